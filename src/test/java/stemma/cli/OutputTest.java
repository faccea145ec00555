package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// Runs a command whose output cannot be written.
    private String said(String reason) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        Output output = new Output(out, err);
        int code = Cli.guarded(output, () -> {
            output.line("a line");
            return ExitCode.DONE;
        });
        assertThat(code).isEqualTo(ExitCode.FAILED);
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void outputForWhichThereIsNoRoomIsToldAbout() {
        assertThat(said("No space left on device"))
                .isEqualTo("Standard output could not be written: No space left on device\n");
    }

    @Test
    void whoReadsNoFurtherIsToldNothing() {
        assertThat(said("Broken pipe")).isEmpty();
    }
}
