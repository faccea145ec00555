import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Style sheets in JavaFX's binary form. JavaFX takes `x.bss` where it is asked for `x.css` and both are there, and need
/// not parse it then.
final class StyleSheets {
    private final Method convert;
    private final Path folder;

    /// @param libraries where JavaFX's jars are
    /// @param folder to work in
    StyleSheets(Path libraries, Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> jars = Files.list(libraries)) {
            List<Path> toolkit = jars.filter(jar -> jar.getFileName().toString().startsWith("javafx-")).toList();
            URL[] urls = new URL[toolkit.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = toolkit.get(i).toUri().toURL();
            }
            convert = new URLClassLoader(urls)
                    .loadClass("javafx.css.Stylesheet")
                    .getMethod("convertToBinary", File.class, File.class);
        } catch (ReflectiveOperationException e) {
            throw new IOException("JavaFX has no converter of style sheets", e);
        }
    }

    /// The binary forms of a jar's style sheets for the window, by their names in the jar.
    Map<String, byte[]> binary(JarFile jar) throws IOException {
        Map<String, byte[]> made = new TreeMap<>();
        Path unpacked = Files.createDirectories(folder.resolve(Path.of(jar.getName()).getFileName()));
        List<JarEntry> sheets = jar.stream().filter(StyleSheets::isForTheWindow).toList();
        for (JarEntry sheet : sheets) { // all of them first: one may import another
            Path file = unpacked.resolve(sheet.getName());
            Files.createDirectories(file.getParent());
            Files.write(file, jar.getInputStream(sheet).readAllBytes());
        }
        for (JarEntry sheet : sheets) {
            String name = sheet.getName().replaceFirst("\\.css$", ".bss");
            Path binary = unpacked.resolve(name);
            try {
                convert.invoke(null, unpacked.resolve(sheet.getName()).toFile(), binary.toFile());
            } catch (ReflectiveOperationException e) {
                throw new IOException("no binary form of " + sheet.getName(), e);
            }
            made.put(name, Files.readAllBytes(binary));
        }
        return made;
    }

    /// Exports have a style sheet for web browsers. JavaFX and AtlantaFX bring theirs in binary form.
    private static boolean isForTheWindow(JarEntry entry) {
        return entry.getName().matches("stemma/ui/.*\\.css");
    }
}
