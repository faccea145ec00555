package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills a writing process at random moments, again and again, on the same store: every acknowledged write is there
/// afterwards, wholly, and the one that was not acknowledged is there wholly or not at all.
///
/// More rounds, or the same moments again:
/// `mvn -Dtest=KillTest -Dstemma.kill.rounds=1000 -Dstemma.kill.seed=7 test`
class KillTest {
    private static final int ROUNDS = Integer.getInteger("stemma.kill.rounds", 40);
    private static final long SEED = Long.getLong("stemma.kill.seed", System.nanoTime());
    private static final int NUMBERS_PER_ROUND = 100_000;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private KilledModel model = new KilledModel();
    private int acknowledged;
    private int unacknowledgedButThere;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "file"})
    void aKilledProcessLosesNothing(String scheme) throws Exception {
        StoreUri uri = StoreUri.of(scheme, folder.resolve("store").toString());
        Victim victim = new Victim(uri, 0);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                List<String> said = victim.writeAndDie(random, round % 8 == 0);
                victim = new Victim(uri, round);
                checkAfter(uri, round, said);
            }
        } finally {
            victim.kill();
        }
        assertThat(acknowledged).as("writes in " + ROUNDS + " rounds").isGreaterThan(ROUNDS);
        System.out.printf(
                "%s: %d rounds (seed %d), %d acknowledged writes kept, %d unacknowledged ones there, %d versions now%n",
                scheme, ROUNDS, SEED, acknowledged, unacknowledgedButThere, model.versionCount());
    }

    private void checkAfter(StoreUri uri, int round, List<String> said) {
        Optional<KilledAct> open = Optional.empty();
        for (String line : said) {
            KilledAct act = KilledAct.parse(line.substring(4, line.length() - 2));
            if (line.startsWith("ack")) {
                model.apply(act);
                acknowledged++;
                open = Optional.empty();
            } else {
                open = Optional.of(act);
            }
        }
        String description = "round " + round + ", seed " + SEED + ", last said: "
                + String.join(" | ", said.subList(Math.max(0, said.size() - 4), said.size()));
        try (Store store = Stores.discovered().open(uri)) {
            assertThat(store.check().problems()).as(description).isEmpty();
            KilledModel withOpen = model.copy();
            open.ifPresent(withOpen::apply);
            List<String> found = withOpen.linesOf(store);
            if (open.isPresent() && found.equals(withOpen.lines())) {
                model = withOpen;
                unacknowledgedButThere++;
            }
            assertThat(found).as(description).isEqualTo(model.lines());
        }
    }

    /// A process that waits for a sign, writes and is killed.
    private static final class Victim {
        private final Process process;
        private final List<String> said = new ArrayList<>();
        private final Semaphore acknowledged = new Semaphore(0);
        private final Thread listener;

        Victim(StoreUri uri, int round) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx64m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledWriter.class.getName(),
                            uri.toString(),
                            String.valueOf(round * NUMBERS_PER_ROUND))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            listener = Thread.ofVirtual().start(this::listen);
        }

        private void listen() {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.endsWith("\t.")) {
                        said.add(line);
                        if (line.startsWith("ack")) {
                            acknowledged.release();
                        }
                    }
                }
            } catch (IOException e) {
                // Half a line is lost with the pipe; whole ones are there.
            }
            acknowledged.release();
        }

        /// @param early whether to kill perhaps before anything was acknowledged, while the store is being opened
        List<String> writeAndDie(Random random, boolean early) throws IOException, InterruptedException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            if (!early) {
                assertThat(acknowledged.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
                assertThat(process.isAlive()).as("the writer lives; its message is in the output").isTrue();
            }
            Thread.sleep(random.nextInt(30, 400));
            // On a busy machine little may have happened until now.
            acknowledged.tryAcquire(random.nextInt(1, 30), 500, TimeUnit.MILLISECONDS);
            kill();
            listener.join();
            return said;
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
