package stemma.store.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.store.Subscription;

/// How long it takes from the call that promotes a version until a colleague's store tells of it. A server is started, on
/// the loopback address, and deleted.
final class ChangeBenchmark {
    private static final PromptId PROMPT = new PromptId("support/greeting");
    private static final int ROUNDS = 40;

    private ChangeBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            StoreUri uri = server.freshWorkspace();
            try (Store author = Stores.discovered().open(uri);
                    Store colleague = Stores.discovered().open(uri)) {
                measure(author, colleague);
            }
        }
    }

    private static void measure(Store author, Store colleague) throws InterruptedException {
        author.append(NewVersion.first(PROMPT, VersionLabel.FIRST, Content.plain("Hello"), "ada", ""));
        BlockingQueue<Long> told = new LinkedBlockingQueue<>();
        List<Double> millis = new ArrayList<>();
        try (Subscription _ = colleague.watch(_ -> told.add(System.nanoTime()))) {
            Optional<VersionLabel> holds = Optional.empty();
            for (int round = 0; round < ROUNDS; round++) {
                // At another moment of the listening each time, and after what was told before.
                Thread.sleep(500 + round * 11L);
                told.clear();
                Optional<VersionLabel> next = holds.isPresent() ? Optional.empty() : Optional.of(VersionLabel.FIRST);
                long start = System.nanoTime();
                author.promote(new Promotion(PROMPT, Stage.PRODUCTION, holds, next, Act.by("ada", "")));
                Long heard = told.poll(1, TimeUnit.MINUTES);
                if (heard == null) {
                    throw new IllegalStateException("round " + round + " was not told");
                }
                millis.add((heard - start) / 1e6);
                holds = next;
            }
        }
        Collections.sort(millis);
        System.out.printf("median %.0f ms, longest %.0f ms%n", millis.get(ROUNDS / 2), millis.getLast());
    }
}
