package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.instance.Handover;
import stemma.instance.Request;
import stemma.settings.Home;

/// A command of another process on the store that the window has open.
class CommandFlowTest {
    @TempDir
    Path folder;

    @Test
    void theWindowDoesTheWorkAndFollows() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (OpenWindow window = OpenWindow.on(home)) {
            InputStream in = new java.io.ByteArrayInputStream("Written elsewhere".getBytes(StandardCharsets.UTF_8));
            Request save = new Request(Optional.empty(), folder, List.of("save", "from/elsewhere", "-"));
            OptionalInt code = Handover.offer(home.folder(), save, in, out, err);
            assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
            assertThat(code).hasValue(0);
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Saved from/elsewhere 1.0.0.\n");
            window.await("the prompt is listed", () -> window.view().browserModel().shownProperty().get().rows().stream()
                    .anyMatch(row -> row.id().value().equals("from/elsewhere")));
            Request other = new Request(Optional.of("file:" + folder), folder, List.of("list"));
            assertThat(Handover.offer(home.folder(), other, InputStream.nullInputStream(), out, err)).isEmpty();
        }
        Request late = new Request(Optional.empty(), folder, List.of("list"));
        assertThat(Handover.offer(home.folder(), late, InputStream.nullInputStream(), out, err)).isEmpty();
    }
}
