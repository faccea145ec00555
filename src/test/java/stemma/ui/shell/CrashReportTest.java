package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportTest {
    @TempDir
    private Path folder;

    @Test
    void aReportNamesErrorsAndPlacesButNoTextOfTheirs() {
        Throwable cause = new IllegalStateException(
                "cannot save \"You are a secret agent\"", new RuntimeException("password=s3cret"));
        String report = CrashReport.of(cause, "9.9", Instant.EPOCH);

        assertThat(report)
                .contains("Stemma 9.9")
                .contains("IllegalStateException")
                .contains("Caused by java.lang.RuntimeException")
                .contains(CrashReportTest.class.getName())
                .doesNotContain("secret")
                .doesNotContain("s3cret");
    }

    @Test
    void aCauseThatLeadsBackToItselfEnds() {
        Exception one = new Exception();
        Exception other = new Exception(one);
        one.initCause(other);
        assertThat(CrashReport.of(one, "1", Instant.EPOCH)).contains("Caused by");
    }

    @Test
    void theEndOfTheNewestLogIsRead() throws Exception {
        assertThat(LogText.newest(folder.resolve("none"))).isEmpty();
        assertThat(LogText.newest(folder)).isEmpty();
        Path old = Files.writeString(folder.resolve("stemma.1.log"), "old");
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        Files.writeString(folder.resolve("stemma.0.log"), "x".repeat(300_000) + "the end");
        assertThat(LogText.newest(folder)).endsWith("the end").hasSize(200_000);
    }
}
