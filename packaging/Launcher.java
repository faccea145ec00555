import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A way to start the packed program.
///
/// @param name what the command is called; its AOT cache is named after it
/// @param session what `stemma.Rehearsal` does to fill that cache, so that neither pays for what only the other loads
record Launcher(String name, String session) {
    static final Launcher WINDOW = new Launcher("stemma", "window");
    static final Launcher COMMANDS = new Launcher("stemma-cli", "commands");
    static final List<Launcher> ALL = List.of(WINDOW, COMMANDS);

    Path cache(Path app) {
        return app.resolve(name + ".aot");
    }

    /// Options for the virtual machine, with the name of this launcher put in.
    List<String> options(List<String> common) {
        return common.stream().map(option -> option.replace("$LAUNCHER", name)).toList();
    }

    /// Writes the launcher as a script, which asks no package manager who installed it, as jpackage's own does at each start.
    ///
    /// @param template has `@OPTIONS@` and `@CLASSPATH@`
    /// @param jars in the order of the class path
    void write(Path folder, String template, List<String> common, List<String> jars) throws IOException {
        String options = options(common).stream()
                .map(option -> '"' + option.replace("$APPDIR", "$app") + '"')
                .collect(Collectors.joining(" "));
        String classPath = jars.stream().map(jar -> "$app/" + jar).collect(Collectors.joining(":"));
        Path script = folder.resolve(name);
        Files.deleteIfExists(script);
        Files.writeString(script, template.replace("@OPTIONS@", options).replace("@CLASSPATH@", classPath));
        if (!script.toFile().setExecutable(true, false)) {
            throw new IOException("cannot be made executable: " + script);
        }
    }
}
