package stemma;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import stemma.settings.Home;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.sample.SampleRegistry;
import stemma.ui.rehearsal.Reader;

/// The program as always, on the sample prompts in a data folder of its own and with a reader that presses its keys. The
/// build of an installer runs it once to record what the program loads (docs/packagers.md). Nobody's data is touched.
///
/// The exit code is 0 when the session went through and 1 when it got stuck.
final class Rehearsal {
    private static final int FAILED = 1;

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("stemma-rehearsal");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
        String store = StoreUri.of("h2", new Home(home).embeddedStore().toString()).toString();
        try (Store samples = Stores.discovered().open(StoreUri.parse(store))) {
            SampleRegistry.fill(samples, Clock.systemUTC());
        }
        Thread.ofPlatform().daemon().name("reader").start(() -> new Reader(Rehearsal::stuck).read());
        Stemma.main(new String[] {"--home", home.toString(), "--store", store});
    }

    private static void stuck(String where) {
        System.err.println("The rehearsal got stuck: " + where);
        System.exit(FAILED);
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            System.err.println("The rehearsal's folder " + folder + " could not be deleted: " + e.getMessage());
        }
    }
}
