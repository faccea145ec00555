package stemma.markdown;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import stemma.prompt.Sentence;

/// Text and checksums of the bytes in a file.
public final class Bytes {
    private Bytes() {}

    /// SHA-256 as 64 hexadecimal digits in lower case.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The text in UTF-8.
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The bytes as text, refusing what is not UTF-8 instead of replacing it.
    ///
    /// @throws FormatException naming the first byte that is none of UTF-8
    public static String text(byte[] bytes) throws FormatException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new FormatException(Sentence.of(
                    "is not UTF-8 text: the byte at position {0} is none", in.position()));
        }
        return out.flip().toString();
    }
}
