import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws every size of the icon from stemma.svg: `java icons/MakeIcons.java` in the
/// project's folder. Needs `rsvg-convert` (package librsvg2-bin on
/// Debian). The results are kept in the repository, so that a build needs no drawing program.
final class MakeIcons {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);
    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 128, 256);
    /// The types of Apple's icon container that hold a PNG, by size in pixels.
    private static final Map<String, Integer> ICNS = new LinkedHashMap<>();

    static {
        ICNS.put("icp4", 16);
        ICNS.put("icp5", 32);
        ICNS.put("icp6", 64);
        ICNS.put("ic07", 128);
        ICNS.put("ic08", 256);
        ICNS.put("ic09", 512);
        ICNS.put("ic10", 1024);
        ICNS.put("ic11", 32);
        ICNS.put("ic12", 64);
        ICNS.put("ic13", 256);
        ICNS.put("ic14", 512);
    }

    private MakeIcons() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of("icons");
        for (int size : SIZES) {
            draw(folder, size);
        }
        Files.write(folder.resolve("stemma.ico"), ico(folder));
        Files.write(folder.resolve("stemma.icns"), icns(folder));
    }

    private static Path png(Path folder, int size) {
        return folder.resolve("stemma-" + size + ".png");
    }

    private static void draw(Path folder, int size) throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        "rsvg-convert", "--width", "" + size, "--height", "" + size,
                        "--output", png(folder, size).toString(), folder.resolve("stemma.svg").toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("rsvg-convert ended with " + code);
        }
    }

    /// ICONDIR, one ICONDIRENTRY for each picture, then the pictures; little endian. A side of 256 pixels is written as 0.
    private static byte[] ico(Path folder) throws IOException {
        Map<Integer, byte[]> pictures = new LinkedHashMap<>();
        for (int size : ICO) {
            pictures.put(size, Files.readAllBytes(png(folder, size)));
        }
        int offset = 6 + 16 * pictures.size();
        int length = offset + pictures.values().stream().mapToInt(picture -> picture.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            byte side = (byte) (int) picture.getKey();
            file.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(picture.getValue().length).putInt(offset);
            offset += picture.getValue().length;
        }
        pictures.values().forEach(file::put);
        return file.array();
    }

    /// `icns`, the length of all, then for each picture its type, its length with these eight bytes, and itself; big endian.
    private static byte[] icns(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream pictures = new DataOutputStream(bytes)) {
            for (Map.Entry<String, Integer> entry : ICNS.entrySet()) {
                byte[] picture = Files.readAllBytes(png(folder, entry.getValue()));
                pictures.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
                pictures.writeInt(picture.length + 8);
                pictures.write(picture);
            }
        }
        ByteBuffer file = ByteBuffer.allocate(bytes.size() + 8);
        file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(bytes.size() + 8).put(bytes.toByteArray());
        return file.array();
    }
}
