package stemma.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// An empty store in the system's folder for temporary files, in place of one that is not there.
final class Standin {
    private Standin() {}

    /// @param wanted the address that it has for whoever asks
    /// @return gone when it is closed
    static Store open(StoreUri wanted, Function<StoreUri, Store> opener) {
        Path folder;
        try {
            folder = Files.createTempDirectory("stemma-standin");
        } catch (IOException e) {
            throw FileFailures.of(wanted, Path.of(System.getProperty("java.io.tmpdir")), e);
        }
        try {
            String location = folder.resolve("store").toString();
            return standin(wanted, opener.apply(new StoreUri(wanted.scheme(), location, wanted.options())), folder);
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static Store standin(StoreUri wanted, Store store, Path folder) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (_, method, arguments) -> {
                    if (method.getName().equals("uri")) {
                        return wanted;
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("close")) {
                            delete(folder);
                        }
                    }
                });
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(Standin.class.getName())
                    .log(System.Logger.Level.WARNING, "a temporary folder could not be deleted: " + folder, e);
        }
    }
}
