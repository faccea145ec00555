package stemma.diff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import stemma.prompt.Json;

/// Pairs of texts to compare, the same in every run.
final class BenchmarkCases {
    /// @param group `real`, `made`, `prose` or `hostile`
    record Case(String group, String name, String left, String right) {
        Json.Object toJson() {
            Map<String, Json> members = new LinkedHashMap<>();
            members.put("group", new Json.Text(group));
            members.put("name", new Json.Text(name));
            members.put("left", new Json.Text(left));
            members.put("right", new Json.Text(right));
            return new Json.Object(members);
        }
    }

    private final List<Case> cases = new ArrayList<>();
    private final Random random = new Random(42);

    static List<Case> all(Path realVersions) throws IOException {
        BenchmarkCases all = new BenchmarkCases();
        all.real(realVersions);
        all.made("2,000 lines, 10 % edited", 2_000, 10);
        all.made("10,000 lines, 10 % edited", 10_000, 10);
        all.made("20,000 lines, 30 % edited", 20_000, 30);
        String prose = all.prose(200_000);
        all.add("prose", "200 KB, 20 % of words edited", prose, all.replaced(prose, 20));
        all.add("prose", "200 KB, unrelated", prose, all.prose(200_000));
        all.hostile();
        return all.cases;
    }

    private void add(String group, String name, String left, String right) {
        cases.add(new Case(group, name, left, right));
    }

    private void real(Path versions) throws IOException {
        Map<String, Json.Object> last = new LinkedHashMap<>();
        for (String line : Files.readAllLines(versions)) {
            Json.Object version = Json.parseObject(line);
            String prompt = text(version, "prompt");
            Json.Object before = last.put(prompt, version);
            if (before != null) {
                String name = prompt + " " + text(before, "version") + " → " + text(version, "version");
                add("real", name, text(before, "content"), text(version, "content"));
            }
        }
    }

    private static String text(Json.Object json, String name) {
        return ((Json.Text) json.get(name).orElseThrow()).value();
    }

    /// Lines of 12 words; of an edited line one word is replaced.
    private void made(String name, int lines, int percent) {
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            boolean edited = random.nextInt(100) < percent;
            int at = random.nextInt(12);
            for (int i = 0; i < 12; i++) {
                String word = word(3_000);
                String blank = i == 11 ? "\n" : " ";
                left.append(word).append(blank);
                right.append(edited && i == at ? word(3_000) : word).append(blank);
            }
        }
        add("made", name, left.toString(), right.toString());
    }

    /// A word; low numbers are short and come up often, as in a language.
    private String word(int vocabulary) {
        int rank = (int) (vocabulary * Math.pow(random.nextDouble(), 3));
        StringBuilder out = new StringBuilder();
        for (int rest = rank * 7 + 11; rest > 0; rest /= 18) {
            out.append("etaoinshrdlucmfwyp".charAt(rest % 18));
        }
        return out.append(rank > 1_000 ? "ing" : "").toString();
    }

    /// Paragraphs of 60 to 140 words in sentences.
    private String prose(int length) {
        StringBuilder out = new StringBuilder();
        while (out.length() < length) {
            int words = 60 + random.nextInt(80);
            for (int i = 0; i < words; i++) {
                boolean end = i == words - 1 || random.nextInt(12) == 0;
                out.append(word(6_000)).append(end ? ". " : random.nextInt(10) == 0 ? ", " : " ");
            }
            out.append("\n\n");
        }
        return out.toString();
    }

    private String replaced(String text, int percent) {
        StringBuilder out = new StringBuilder();
        for (String piece : text.split("(?<= )|(?<=\n)")) {
            boolean word = !piece.isBlank() && random.nextInt(100) < percent;
            out.append(word ? word(6_000) + piece.substring(piece.stripTrailing().length()) : piece);
        }
        return out.toString();
    }

    private void hostile() {
        String line = prose(1_000_000).replace('\n', ' ');
        add("hostile", "one line of 1 MB, 10 % of words edited", line, replaced(line, 10));
        add("hostile", "one line of 1 MB, unrelated", line, prose(1_000_000).replace('\n', ' '));
        String letters = letters(1_000_000, 2);
        add("hostile", "one word of 1 MB, one letter edited", letters, "x" + letters.substring(0, 999_999));
        add("hostile", "1 MB of two words", spaced(500_000), spaced(500_000));
        String equal = "the same line again and again\n".repeat(100_000);
        add("hostile", "100,000 equal lines, one in the middle other", equal, middle(equal, "another line\n"));
        add("hostile", "100,000 equal lines, two kinds mixed", mixed(100_000), mixed(100_000));
        String long34 = prose(147_000).replace("\n\n", " ");
        String[] parts = long34.split("(?<=\\G.{4324})");
        String joined = String.join("\n", parts);
        add("hostile", "147 KB in 34 lines, 30 % of words edited", joined, replaced(joined, 30));
        String bytes = bytes(1_000_000);
        add("hostile", "1 MB of random bytes, unrelated", bytes, bytes(1_000_000));
        String turned = bytes.substring(500_000) + bytes.substring(0, 500_000);
        add("hostile", "1 MB of random bytes, cut and joined", bytes, turned);
    }

    private String letters(int length, int kinds) {
        StringBuilder out = new StringBuilder();
        while (out.length() < length) {
            out.append((char) ('a' + random.nextInt(kinds)));
        }
        return out.toString();
    }

    private String spaced(int words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            out.append((char) ('a' + random.nextInt(2))).append(' ');
        }
        return out.toString();
    }

    private String mixed(int lines) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            out.append(random.nextInt(2) == 0 ? "one line\n" : "other line\n");
        }
        return out.toString();
    }

    private static String middle(String text, String inserted) {
        int at = text.indexOf('\n', text.length() / 2) + 1;
        return text.substring(0, at) + inserted + text.substring(at);
    }

    private String bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
