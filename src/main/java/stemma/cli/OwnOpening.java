package stemma.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import stemma.instance.Handover;
import stemma.instance.Request;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// The store of a command in a process of its own: the program that has it open already does the work, or else it is
/// opened here. A store that another program has for itself is tried again for a while.
///
/// @param arguments the whole command line
record OwnOpening(List<String> arguments, OutputStream out, OutputStream err) implements Session.Opener {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 50;

    @Override
    public int with(Session session, Session.Work work) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Request request = new Request(session.address().map(StoreUri::toString), session.folder(), arguments);
        while (true) {
            OptionalInt done = Handover.offer(session.home().folder(), request, session.in(), out, err);
            if (done.isPresent()) {
                return done.getAsInt();
            }
            Store store;
            try {
                store = session.stores().open(session.address().isPresent() ? session.address().get() : session.usual());
            } catch (StoreException.Unreachable e) {
                if (!e.isInUse() || System.nanoTime() > end) {
                    throw e;
                }
                pause();
                continue;
            }
            try (store) {
                return work.run(store);
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
