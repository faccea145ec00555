package stemma.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Standard input. What keeps it from being read is thrown as a sentence.
public final class StandardInput extends InputStream {
    private final InputStream in = new FileInputStream(FileDescriptor.in);
    private boolean looked;

    /// Standard input cannot be read; the message is a sentence for the user.
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        private UnreadableException(String reason) {
            super("Standard input cannot be read: " + reason + ".");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!looked && isClasses()) {
            throw new UnreadableException("it is closed");
        }
        looked = true;
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw new UnreadableException(e.getMessage());
        }
    }

    /// In a process that was started without standard input, its number goes to the first file that is opened, and that is the one
    /// with the virtual machine's own classes.
    private static boolean isClasses() {
        try {
            return Files.isSameFile(Path.of("/dev/fd/0"), Path.of(System.getProperty("java.home"), "lib", "modules"));
        } catch (IOException e) {
            return false;
        }
    }
}
