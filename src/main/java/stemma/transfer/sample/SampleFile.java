package stemma.transfer.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;

/// One version as a file that is good to read: a JSON object with everything but the messages, then each message
/// below a line `=== role`; the text of a plain prompt below `=== content`.
record SampleFile(
        PromptId prompt,
        VersionLabel label,
        Duration age,
        String author,
        String message,
        List<String> tags,
        Content content) {

    private static final String MARK = "=== ";
    private static final String PLAIN = "content";
    private static final Duration DAY = Duration.ofDays(1);

    static SampleFile parse(String file) {
        String[] parts = ("\n" + file.stripTrailing()).split("\n" + MARK);
        Json.Object header = Json.parseObject(parts[0]);
        List<Json> messages = new ArrayList<>();
        Map<String, Json> members = new LinkedHashMap<>(header.members());
        for (int i = 1; i < parts.length; i++) {
            String role = parts[i].substring(0, parts[i].indexOf('\n'));
            Json.Text text = new Json.Text(parts[i].substring(role.length() + 1));
            if (role.equals(PLAIN)) {
                members.put(PLAIN, text);
            } else {
                messages.add(new Json.Object(Map.of("role", new Json.Text(role), "text", text)));
            }
        }
        if (!messages.isEmpty()) {
            members.put("messages", new Json.Array(messages));
        }
        return new SampleFile(
                new PromptId(text(header, "prompt")),
                new VersionLabel(text(header, "version")),
                age(header),
                text(header, "author"),
                text(header, "message"),
                tags(header),
                Content.fromJson(new Json.Object(members)));
    }

    private static List<String> tags(Json.Object header) {
        return header.get("tags").map(Json.Array.class::cast).map(Json.Array::items).orElse(List.of()).stream()
                .map(tag -> ((Json.Text) tag).value())
                .toList();
    }

    static String text(Json.Object json, String name) {
        return ((Json.Text) json.get(name).orElseThrow()).value();
    }

    /// `daysAgo` as a duration.
    static Duration age(Json.Object json) {
        BigDecimal days = new BigDecimal(((Json.Number) json.get("daysAgo").orElseThrow()).value());
        return Duration.ofMinutes(days.multiply(BigDecimal.valueOf(DAY.toMinutes())).longValue());
    }
}
