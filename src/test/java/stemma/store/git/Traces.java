package stemma.store.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Everywhere that a secret could leave a trace: logs, exceptions, files. Records the log until it is closed.
final class Traces extends Handler implements AutoCloseable {
    private final List<String> logged = new CopyOnWriteArrayList<>();

    Traces() {
        Logger.getLogger("").addHandler(this);
    }

    void assertNone(String secret, Path folder, Throwable... problems) throws IOException {
        assertThat(logged).noneMatch(line -> line.contains(secret));
        for (Throwable problem : problems) {
            assertThat(trace(problem)).doesNotContain(secret);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain(secret);
            }
        }
    }

    private static String trace(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void publish(LogRecord line) {
        logged.add(line.getMessage() + " " + (line.getThrown() == null ? "" : trace(line.getThrown())));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
