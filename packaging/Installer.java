import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Builds the portable image and the installers for the system it runs on, into `target/installer`. Run by
/// `mvn -Pinstaller package`; the JDK that runs it is the one whose runtime is packed.
///
/// Arguments: the project's folder, the version, the moment that files of the package are dated with (ISO 8601).
final class Installer {
    private static final String NAME = "stemma";
    private static final String MAIN = "stemma.Stemma";
    private static final String VENDOR = "The Stemma authors";
    /// Windows tells an upgrade from another program by this; it never changes.
    private static final String UPGRADE_UUID = "6f1d3b0e-5a43-4c7c-9a51-0c2f3e7d8b46";

    private final Path base;
    private final String version;
    private final Instant date;
    private final Path out;
    private final Host system;

    private enum Host {
        LINUX,
        MACOS,
        WINDOWS;

        static Host here() {
            String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return name.startsWith("linux") ? LINUX : name.startsWith("mac") ? MACOS : WINDOWS;
        }

        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Installer(Path base, String version, Instant date) {
        this.base = base;
        this.version = version;
        this.date = date;
        this.out = base.resolve("target/installer");
        this.system = Host.here();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path base = Path.of(arguments[0]).toAbsolutePath().normalize();
        new Installer(base, arguments[1], Instant.parse(arguments[2])).build();
    }

    private void build() throws IOException, InterruptedException {
        delete(out);
        Files.createDirectories(out);
        Path runtime = linkRuntime();
        Path image = makeImage(runtime, gatherInput());
        Path app = app(image);
        dateJars(app);
        List<String> jars = classPath(app);
        for (Launcher launcher : Launcher.ALL) {
            train(launcher, image, app, jars);
        }
        if (system == Host.LINUX) {
            replaceLaunchers(image, app, jars);
        }
        sign(image);
        for (String type : installerTypes()) {
            makeInstaller(type, image);
        }
        try (Stream<Path> made = Files.list(out)) {
            made.sorted().forEach(path -> System.out.println("made " + base.relativize(path)));
        }
    }

    /// The JDK's modules that the program needs; `packaging/modules.txt` says why each is there.
    private Path linkRuntime() throws IOException, InterruptedException {
        Path runtime = out.resolve("build/runtime");
        run(
                tool("jlink"),
                "--add-modules", String.join(",", lines("modules.txt")),
                "--no-header-files", "--no-man-pages", "--strip-debug",
                "--output", runtime.toString());
        return runtime;
    }

    private Path gatherInput() throws IOException {
        Path input = Files.createDirectories(out.resolve("build/input"));
        Path lib = base.resolve("target/lib");
        StyleSheets styles = new StyleSheets(lib, out.resolve("build/styles"));
        try (Stream<Path> libraries = Files.list(lib)) {
            for (Path jar : libraries.sorted().toList()) {
                new Repacking(jar, input, system != Host.WINDOWS, styles).run();
            }
        }
        new Repacking(base.resolve("target/" + NAME + ".jar"), input, false, styles).run();
        Path legal = Files.createDirectories(input.resolve("legal"));
        Files.copy(base.resolve("LICENSE"), legal.resolve("LICENSE"));
        Files.copy(base.resolve("target/licenses/THIRD-PARTY.txt"), legal.resolve("THIRD-PARTY.txt"));
        Path parts = base.resolve("target/stemma-sbom.json");
        if (!Files.exists(parts)) {
            throw new IOException(parts + " is missing: its plugin does nothing offline, so build once without -o");
        }
        Files.copy(parts, legal.resolve("stemma-sbom.json"));
        return input;
    }

    private Path makeImage(Path runtime, Path input) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                tool("jpackage"),
                "--type", "app-image",
                "--name", system == Host.LINUX ? NAME : "Stemma",
                "--app-version", packageVersion(),
                "--vendor", VENDOR,
                "--copyright", "Copyright " + VENDOR + ", Apache-2.0",
                "--description", "Browse, edit, compare, promote and tag the versions of your prompts.",
                "--icon", icon(),
                "--runtime-image", runtime.toString(),
                "--input", input.toString(),
                "--main-jar", NAME + ".jar",
                "--main-class", MAIN,
                "--add-launcher", Launcher.COMMANDS.name() + "=" + commandProperties(),
                "--resource-dir", here(system.folder()).toString(),
                "--dest", out.toString()));
        for (String option : Launcher.WINDOW.options(javaOptions())) {
            command.addAll(List.of("--java-options", option));
        }
        if (system == Host.MACOS) { // where the program itself says what it opens, not its installer
            command.addAll(associationOptions());
        }
        run(command.toArray(String[]::new));
        try (Stream<Path> made = Files.list(out)) {
            return made.filter(path -> !path.endsWith("build")).findFirst().orElseThrow();
        }
    }

    private Path commandProperties() throws IOException {
        String options = String.join(" ", Launcher.COMMANDS.options(javaOptions()));
        return Files.writeString(
                out.resolve("build/stemma-cli.properties"),
                Files.readString(here("stemma-cli.properties")) + "java-options=" + options + "\n");
    }

    /// What the launchers give to the virtual machine: what is for every system, then what is for this one.
    private List<String> javaOptions() throws IOException {
        List<String> options = new ArrayList<>(lines("java-options.txt"));
        if (Files.exists(here(system.folder() + "/java-options.txt"))) {
            options.addAll(lines(system.folder() + "/java-options.txt"));
        }
        return options;
    }

    private Path app(Path image) {
        return switch (system) {
            case LINUX -> image.resolve("lib/app");
            case MACOS -> image.resolve("Contents/app");
            case WINDOWS -> image.resolve("app");
        };
    }

    private Path java(Path image) {
        return switch (system) {
            case LINUX -> image.resolve("lib/runtime/bin/java");
            case MACOS -> image.resolve("Contents/runtime/Contents/Home/bin/java");
            case WINDOWS -> image.resolve("runtime/bin/java.exe");
        };
    }

    /// A virtual machine may tell the jars that a cache was made from by their size and their time (docs/adr/0091).
    private void dateJars(Path app) throws IOException {
        try (Stream<Path> files = Files.list(app)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.setLastModifiedTime(jar, FileTime.from(date));
            }
        }
    }

    /// Runs a short session of the packed program with the packed runtime and keeps what it loaded as the AOT cache.
    private void train(Launcher launcher, Path image, Path app, List<String> jars) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(screen());
        command.add(java(image).toString());
        javaOptions().stream()
                .filter(option -> !option.startsWith("-XX:AOTCache=") && !option.startsWith("-Xlog:"))
                .forEach(command::add);
        if (drawsIntoMemory()) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        String classPath = jars.stream()
                .map(jar -> app.resolve(jar).toString())
                .collect(Collectors.joining(java.io.File.pathSeparator));
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + launcher.cache(app),
                "-Xlog:aot=error",
                "-cp",
                classPath,
                "stemma.Rehearsal",
                launcher.session()));
        run(command.toArray(String[]::new));
        if (!Files.exists(launcher.cache(app))) {
            throw new IOException("the session ended without a cache: " + launcher.session());
        }
    }

    private void replaceLaunchers(Path image, Path app, List<String> jars) throws IOException {
        for (Launcher launcher : Launcher.ALL) {
            launcher.write(image.resolve("bin"), Files.readString(here("linux/launcher")), javaOptions(), jars);
            Files.delete(app.resolve(launcher.name() + ".cfg"));
        }
        Files.delete(image.resolve("lib/libapplauncher.so"));
    }

    /// The jars as the launchers have them, in their order.
    private List<String> classPath(Path app) throws IOException {
        String key = "app.classpath=$APPDIR";
        try (Stream<String> lines = Files.lines(app.resolve((system == Host.LINUX ? NAME : "Stemma") + ".cfg"))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(key.length() + 1))
                    .toList();
        }
    }

    private List<String> screen() {
        return needsScreen() && onPath("xvfb-run") ? List.of("xvfb-run", "--auto-servernum") : List.of();
    }

    private boolean needsScreen() {
        return system == Host.LINUX && Optional.ofNullable(System.getenv("DISPLAY")).orElse("").isBlank();
    }

    private boolean drawsIntoMemory() {
        return needsScreen() && !onPath("xvfb-run");
    }

    /// The cache came after the image was signed.
    private void sign(Path image) throws IOException, InterruptedException {
        if (system == Host.MACOS) {
            run("codesign", "--force", "--deep", "--sign", "-", image.toString());
        }
    }

    private List<String> installerTypes() {
        return switch (system) {
            case LINUX -> Stream.of("deb", "rpm").filter(type -> onPath(type.equals("deb") ? "dpkg-deb" : "rpmbuild")).toList();
            case MACOS -> List.of("dmg");
            case WINDOWS -> List.of("msi");
        };
    }

    private void makeInstaller(String type, Path image) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                tool("jpackage"),
                "--type", type,
                "--name", system == Host.LINUX ? NAME : "Stemma",
                "--app-version", packageVersion(),
                "--vendor", VENDOR,
                "--app-image", image.toString(),
                "--license-file", base.resolve("LICENSE").toString(),
                "--description", "Versions of your prompts: browse, edit, compare, promote, tag",
                "--resource-dir", here(system.folder()).toString(),
                "--dest", out.toString()));
        command.addAll(switch (type) {
            case "deb" -> List.of("--linux-package-name", NAME, "--linux-package-deps", "libgtk-3-0",
                    "--linux-deb-maintainer", "maintainers@stemma.invalid", "--linux-menu-group", "Development",
                    "--linux-app-category", "text", "--linux-shortcut");
            case "rpm" -> List.of("--linux-package-name", NAME, "--linux-package-deps", "gtk3",
                    "--linux-rpm-license-type", "Apache-2.0", "--linux-menu-group", "Development", "--linux-shortcut");
            case "msi" -> List.of("--win-menu", "--win-menu-group", "Stemma", "--win-per-user-install",
                    "--win-upgrade-uuid", UPGRADE_UUID);
            default -> List.of();
        });
        if (system != Host.MACOS) {
            command.addAll(associationOptions());
        }
        run(command.toArray(String[]::new));
    }

    /// The kinds of files that a double-click opens: those of every system, then those of this one.
    private List<String> associationOptions() throws IOException {
        List<String> options = new ArrayList<>();
        for (Path folder : List.of(here("associations"), here(system.folder() + "/associations"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.sorted().forEach(file -> options.addAll(List.of("--file-associations", file.toString())));
                }
            }
        }
        return options;
    }

    /// macOS takes no version that begins with 0: until 1.0.0 the package is numbered without it.
    private String packageVersion() {
        return system == Host.MACOS ? version.replaceFirst("^0\\.", "") : version;
    }

    private String icon() {
        return base.resolve("icons").resolve(switch (system) {
            case LINUX -> "stemma-512.png";
            case MACOS -> "stemma.icns";
            case WINDOWS -> "stemma.ico";
        }).toString();
    }

    private Path here(String name) {
        return base.resolve("packaging").resolve(name);
    }

    /// The lines of a list, without remarks.
    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(here(name)).stream()
                .map(line -> line.replaceFirst("(^|\\s+)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        Map<String, String> environment = builder.environment();
        // dpkg-deb and rpmbuild date files with this at the latest; every file of the package is newer.
        environment.put("SOURCE_DATE_EPOCH", Long.toString(date.getEpochSecond()));
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException(command[0] + " ended with " + code);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
