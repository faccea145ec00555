package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drivers that are not part of the program: jars in a folder.
class DriverFolderTest {
    @TempDir
    private Path folder;

    private static String source(String name, String scheme) {
        return """
                package elsewhere;

                import java.util.List;
                import stemma.store.*;

                public final class %s implements StoreDriver {
                    public String scheme() { return "%s"; }

                    public String title() { return "From elsewhere"; }

                    public List<DriverOption> options() { return List.of(); }

                    public Store open(StoreUri uri, Opening opening) {
                        return new stemma.store.memory.MemoryStoreDriver().open(uri, opening);
                    }
                }
                """
                .formatted(name, scheme);
    }

    /// Compiles a driver and puts it into a jar, as its author would.
    private void jar(String jar, String name, String scheme) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes-" + jar));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file = new SimpleJavaFileObject(
                URI.create("memory:///elsewhere/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return source(name, scheme);
            }
        };
        List<String> options = List.of(
                "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"), "-proc:none");
        assertThat(compiler.getTask(null, null, null, options, null, List.of(file)).call()).isTrue();
        write(jar, "elsewhere." + name, classes);
    }

    private void write(String jar, String service, Path classes) throws IOException {
        Path drivers = Files.createDirectories(folder.resolve("drivers"));
        try (OutputStream out = Files.newOutputStream(drivers.resolve(jar));
                JarOutputStream archive = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            archive.putNextEntry(new JarEntry("META-INF/services/" + StoreDriver.class.getName()));
            archive.write(service.getBytes(StandardCharsets.UTF_8));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                archive.putNextEntry(new JarEntry(
                        classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, archive);
            }
        }
    }

    private Stores discovered() {
        return Stores.discovered(Opening.at(Clock.systemUTC()), folder.resolve("drivers"));
    }

    private static List<String> schemes(Stores stores) {
        return stores.drivers().stream().map(StoreDriver::scheme).toList();
    }

    @Test
    void aDriverInAJarOpensItsStores() throws IOException {
        jar("elsewhere.jar", "ElsewhereDriver", "elsewhere");
        Stores stores = discovered();
        assertThat(schemes(stores)).contains("elsewhere", "h2", "file");
        try (Store store = stores.open(StoreUri.parse("elsewhere:x"))) {
            assertThat(store.count().prompts()).isZero();
        }
    }

    @Test
    void aJarThatCannotBeUsedDoesNotKeepTheOthersFromWorking() throws IOException {
        Path drivers = Files.createDirectories(folder.resolve("drivers"));
        Files.writeString(drivers.resolve("a-broken.jar"), "this is no archive");
        write("b-missing.jar", "elsewhere.NotThere", Files.createDirectory(folder.resolve("empty")));
        jar("c-good.jar", "GoodDriver", "good");
        assertThat(schemes(discovered())).contains("good", "h2");
    }

    @Test
    void theProgramsOwnDriverHoldsForItsScheme() throws IOException {
        jar("imposter.jar", "Imposter", "h2");
        assertThat(discovered().drivers().stream().filter(driver -> driver.scheme().equals("h2")))
                .hasSize(1)
                .noneMatch(driver -> driver.getClass().getName().startsWith("elsewhere"));
    }

    @Test
    void aFolderThatIsNotThereIsNoProblem() {
        assertThat(schemes(Stores.discovered(Opening.at(Clock.systemUTC()), folder.resolve("none"))))
                .contains("h2");
    }
}
