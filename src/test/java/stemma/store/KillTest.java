package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Kills a writing process at random moments, again and again, on the same store: every acknowledged write is there
/// afterwards, wholly, and the one that was not acknowledged is there wholly or not at all.
///
/// More rounds, one store, or the same moments again:
/// `mvn -Dtest=KillTest -Dstemma.kill.rounds=1000 -Dstemma.kill.stores=git -Dstemma.kill.seed=7 test`
class KillTest {
    private static final int ROUNDS = Integer.getInteger("stemma.kill.rounds", 16);
    private static final long SEED = Long.getLong("stemma.kill.seed", System.nanoTime());
    private static final String STORES = System.getProperty("stemma.kill.stores", "h2,sqlite,file,git,loom");
    private static final int NUMBERS_PER_ROUND = 100_000;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private KilledModel model = new KilledModel();
    private int acknowledged;
    private int unacknowledgedButThere;

    private static List<String> stores() {
        return List.of(STORES.split(","));
    }

    @ParameterizedTest
    @MethodSource("stores")
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
            if (open.isPresent() && found.equals(withOpen.lines(store.capabilities()))) {
                model = withOpen;
                unacknowledgedButThere++;
            }
            assertThat(found).as(description).isEqualTo(model.lines(store.capabilities()));
        }
    }

    /// A process that waits for a sign, writes and is killed. What it says goes into a file: a pipe can lose its last
    /// lines when the process dies while they are being read.
    private static final class Victim {
        private final Process process;
        private final Path output;

        Victim(StoreUri uri, int round) throws IOException {
            output = Files.createTempFile("killed-writer", ".txt");
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx64m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledWriter.class.getName(),
                            uri.toString(),
                            String.valueOf(round * NUMBERS_PER_ROUND))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(output.toFile())
                    .start();
        }

        /// The whole lines so far.
        private List<String> said() throws IOException {
            String text = Files.readString(output);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.endsWith("\t."))
                    .toList();
        }

        private void awaitAcknowledged(int count, Duration patience) throws IOException, InterruptedException {
            long giveUpAt = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < giveUpAt
                    && process.isAlive()
                    && said().stream().filter(line -> line.startsWith("ack")).count() < count) {
                Thread.sleep(2);
            }
        }

        /// @param early whether to kill perhaps before anything was acknowledged, while the store is being opened
        List<String> writeAndDie(Random random, boolean early) throws IOException, InterruptedException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            if (!early) {
                awaitAcknowledged(1, Duration.ofSeconds(30));
                assertThat(said()).as("the writer wrote within 30 s").isNotEmpty();
                assertThat(process.isAlive()).as("the writer lives; its message is in the output").isTrue();
            }
            Thread.sleep(random.nextInt(30, 400));
            // On a busy machine little may have happened until now.
            awaitAcknowledged(random.nextInt(1, 30), Duration.ofMillis(500));
            kill();
            List<String> said = said();
            Files.delete(output);
            return said;
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
