package stemma.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import stemma.instance.Handover;
import stemma.instance.Request;
import stemma.registry.PatientOpening;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// The store of a command in a process of its own: the program that has it open already does the work, or else it is
/// opened here. A store that another program has for itself is tried again for a while.
///
/// @param arguments the whole command line
record OwnOpening(List<String> arguments, OutputStream out, OutputStream err) implements Session.Opener {
    @Override
    public int with(Session session, Making making, Session.Work work) throws IOException {
        long end = System.nanoTime() + PatientOpening.PATIENCE.toNanos();
        Request request = new Request(session.address().map(StoreUri::toString), session.folder(), arguments);
        Optional<StoreException.Unreachable> inUse = Optional.empty();
        try (Turn turn = new Turn()) {
            while (true) {
                OptionalInt done = Handover.offer(session.home().folder(), request, session.in(), out, err);
                if (done.isPresent()) {
                    return done.getAsInt();
                }
                if (inUse.isEmpty() || turn.take(session.home().folder())) {
                    try (Store store = open(session, making)) {
                        return work.run(store);
                    } catch (InUseException e) {
                        inUse = Optional.of(e.problem);
                    }
                }
                if (System.nanoTime() > end) {
                    throw inUse.get();
                }
                pause();
            }
        }
    }

    /// The store could not be opened because another program has it; what fails later is no reason to try again.
    private static final class InUseException extends IOException {
        private static final long serialVersionUID = 1L;

        private final StoreException.Unreachable problem;

        InUseException(StoreException.Unreachable problem) {
            super(problem);
            this.problem = problem;
        }
    }

    private static Store open(Session session, Making making) throws IOException {
        StoreUri address = session.address().isPresent() ? session.address().get() : session.usual();
        try {
            return making.open(session, address);
        } catch (StoreException.Unreachable e) {
            if (e.isInUse()) {
                throw new InUseException(e);
            }
            throw e;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PatientOpening.PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
