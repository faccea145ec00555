package stemma.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import stemma.prompt.Json;

/// Where a command writes: results on standard output, messages on standard error, both in UTF-8. Not safe for
/// concurrent use.
final class Output {
    private final OutputStream out;
    private final OutputStream err;

    Output(OutputStream out, OutputStream err) {
        this.out = new BufferedOutputStream(out, 1 << 14);
        this.err = err;
    }

    /// Nobody reads what is written, or there is no room for it.
    static final class GoneException extends IOException {
        private static final long serialVersionUID = 1L;

        GoneException(IOException cause) {
            super(cause);
        }
    }

    /// A number of things, such as `1 prompt` and `3 prompts`.
    ///
    /// @param one the word for one of them, which takes an s for more
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /// One line for people.
    void line(String text) throws IOException {
        exactly(harmless(text) + "\n");
    }

    /// A text to the last character.
    void exactly(String text) throws IOException {
        stream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    void json(Json value) throws IOException {
        exactly(value.pretty() + "\n");
    }

    /// A message, behind everything that was printed so far.
    void message(String text) throws IOException {
        flush();
        err.write((harmless(text) + "\n").getBytes(StandardCharsets.UTF_8));
        err.flush();
    }

    void flush() throws IOException {
        stream().flush();
    }

    /// Tells why standard output cannot be written; whoever closed it on purpose, as `head` does, is told nothing.
    void tell(GoneException e) throws IOException {
        String reason = String.valueOf(e.getCause().getMessage());
        if (!reason.toLowerCase(Locale.ROOT).contains("pipe")) {
            err.write(("Standard output could not be written: " + harmless(reason) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            err.flush();
        }
    }

    /// Standard output for whole files.
    OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    out.write(bytes, offset, length);
                } catch (IOException e) {
                    throw new GoneException(e);
                }
            }

            @Override
            public void flush() throws IOException {
                try {
                    out.flush();
                } catch (IOException e) {
                    throw new GoneException(e);
                }
            }
        };
    }

    /// What somebody wrote into a prompt must not steer the terminal of whoever looks at it.
    static String harmless(String text) {
        int at = 0;
        while (at < text.length() && !steers(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, at);
        for (; at < text.length(); at++) {
            clean.append(steers(text.charAt(at)) ? '\uFFFD' : text.charAt(at));
        }
        return clean.toString();
    }

    private static boolean steers(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
