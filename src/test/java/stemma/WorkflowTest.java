package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The workflow that builds the installers: what of it can be tried without the service that runs it.
class WorkflowTest {
    private static final Path FILE = Path.of(".github", "workflows", "installers.yml");
    private static final Pattern ACTION = Pattern.compile("uses: (\\S+)");
    private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("packaging/[\\w./-]*\\w");

    @TempDir
    Path folder;

    @Test
    void actionsArePinnedByCommit() throws IOException {
        List<String> actions = ACTION.matcher(Files.readString(FILE)).results().map(found -> found.group(1)).toList();

        assertThat(actions).isNotEmpty().allMatch(action -> action.matches("actions/[\\w-]+@[0-9a-f]{40}"));
    }

    @Test
    void onlyTheReleaseMayWrite() throws IOException {
        assertThat(map(workflow(), "permissions")).isEmpty();
        assertThat(map(job("build"), "permissions")).isEqualTo(Map.of("contents", "read"));
        assertThat(map(job("release"), "permissions")).isEqualTo(Map.of("contents", "write"));
        assertThat(job("release")).containsEntry("if", "startsWith(github.ref, 'refs/tags/v')");
    }

    @Test
    void scriptsThatItRunsAreThere() throws IOException {
        Matcher scripts = SCRIPT.matcher(Files.readString(FILE).replace("packaging/**", ""));

        assertThat(scripts.results().map(found -> Path.of(found.group())).toList()).hasSize(4).allMatch(Files::isRegularFile);
    }

    /// They take minutes, so the workflow is their test.
    @Test
    void itRunsTheCommandsOfThePackagersPage() throws IOException {
        List<String> commands = BLOCK.matcher(Files.readString(Path.of("docs", "packagers.md")))
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
        List<String> run = ((List<?>) job("build").get("steps")).stream()
                .map(WorkflowTest::cast)
                .flatMap(step -> String.valueOf(step.get("run")).lines())
                .map(line -> line.replaceAll(" (--batch-mode|--no-transfer-progress|-DskipTests)\\b|( \\|.*)", ""))
                .toList();

        assertThat(commands).hasSize(3);
        assertThat(run).containsAll(commands);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the steps run in a Unix shell there")
    void whatEachSystemBuiltIsAttachedToTheRelease() throws Exception {
        Path release = Files.createDirectories(folder.resolve("release/files"));
        gather("Linux", release, "stemma_1_amd64.deb", "stemma-1.x86_64.rpm");
        gather("Windows", release, "Stemma-1.msi");
        gather("macOS", release, "Stemma-1.dmg");
        Path asked = folder.resolve("asked");
        Path gh = Files.createDirectory(folder.resolve("bin")).resolve("gh");
        Files.writeString(gh, "#!/bin/sh\necho \"$@\" >> '" + asked + "'\n[ \"$2\" != view ]\n");
        assertThat(gh.toFile().setExecutable(true)).isTrue();

        run(step("release", "Attach"), release.getParent(), Map.of(
                "TAG", "v1", "PATH", gh.getParent() + ":" + System.getenv("PATH")));

        assertThat(Files.readAllLines(asked)).satisfiesExactly(
                view -> assertThat(view).startsWith("release view v1"),
                create -> assertThat(create).startsWith("release create v1 --draft --verify-tag"),
                upload -> assertThat(upload.split(" ")).startsWith("release", "upload", "v1").contains(
                        "./stemma_1_amd64.deb", "./stemma-1.x86_64.rpm", "./Stemma-1.msi", "./stemma-sbom.json",
                        "./THIRD-PARTY.txt", "./SHA256SUMS").anyMatch(file -> file.matches("\\./Stemma-1-\\w+\\.dmg")));
        assertThat(Files.readAllLines(release.resolve("SHA256SUMS"))).hasSize(6);
    }

    /// Runs the step that gathers the files, in a folder in which the given installers were built. What it gathered goes to
    /// the release's folder, all systems' into one.
    private void gather(String system, Path release, String... installers) throws Exception {
        Path project = folder.resolve(system);
        Path target = Files.createDirectories(project.resolve("target"));
        for (String installer : installers) {
            write(target.resolve("installer").resolve(installer));
        }
        write(target.resolve("stemma-sbom.json"));
        write(target.resolve("licenses/THIRD-PARTY.txt"));

        run(step("build", "Gather"), project, Map.of("RUNNER_OS", system));

        try (Stream<Path> gathered = Files.list(target.resolve("release"))) {
            gathered.forEach(file -> copy(file, release));
        }
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, file.getFileName().toString());
    }

    private static void copy(Path file, Path folder) {
        try {
            Files.copy(file, folder.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String script, Path folder, Map<String, String> environment) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script).directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().putAll(environment);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Map<String, Object> workflow() throws IOException {
        return cast(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE)));
    }

    private static Map<String, Object> job(String name) throws IOException {
        return map(map(workflow(), "jobs"), name);
    }

    private static String step(String job, String name) throws IOException {
        return ((List<?>) job(job).get("steps")).stream()
                .map(WorkflowTest::cast)
                .filter(step -> String.valueOf(step.get("name")).startsWith(name))
                .map(step -> (String) step.get("run"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> map(Map<String, Object> map, String key) {
        return cast(map.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }
}
