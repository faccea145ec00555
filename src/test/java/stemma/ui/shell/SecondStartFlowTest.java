package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.instance.Call;
import stemma.instance.SingleInstance;
import stemma.settings.Home;
import stemma.ui.Showcase;

/// A second start on the same data folder calls the window that is open.
class SecondStartFlowTest {
    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void aSecondStartBringsTheWindowBackAndEndsWithoutAnError() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            Showcase.run(() -> window.stage().setIconified(true));
            Process second = start();
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(said).contains("Stemma is running already; its window comes to the front.");
            assertThat(second.exitValue()).isZero();
            window.await("the window is back", () -> !window.stage().isIconified());
        }
    }

    @Test
    void aStoreThatTheSecondStartNamesIsOpenedInTheFirstWindow() throws Exception {
        Path prompts = Files.createDirectories(folder.resolve("prompts").resolve("hello"));
        Files.writeString(prompts.resolve("v1.0.0.md"), "Hello {{name}}");
        try (OpenWindow window = OpenWindow.on(home)) {
            assertThat(SingleInstance.tell(
                            home.folder(), new Call(Optional.of("file:" + folder.resolve("prompts")), List.of()))).isTrue();
            window.await("the folder is open", () -> window.shell().view().isPresent()
                    && window.store().uri().scheme().equals("file"));
            window.await("its prompt is listed", () -> window.view().browserModel().shownProperty().get().rows().stream()
                    .anyMatch(row -> row.id().value().equals("hello")));
            window.picture("folder");
        }
        assertThat(SingleInstance.tell(home.folder(), Call.WINDOW)).isFalse();
    }

    private Process start() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("--enable"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "stemma.Stemma",
                "--home",
                home.folder().toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
