package stemma.store.git;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;

/// The tag of a version: `<prompt id>/v<label>`. What Git refuses in a name is written as in a URI, by `%` and the two
/// digits of each byte; so is a part of an id that itself looks like a tag's last part, since Git cannot have a tag
/// below another one.
final class TagNames {
    /// What git-check-ref-format(1) refuses anywhere, and the sign that stands for it.
    private static final String REFUSED = " ~^:?*[\\%\"<>|";

    private static final Pattern LIKE_A_VERSION = Pattern.compile("v[0-9A-Za-z].*");

    private TagNames() {}

    static String ref(PromptId prompt, VersionLabel label) {
        return Constants.R_TAGS + name(prompt, label);
    }

    static String name(PromptId prompt, VersionLabel label) {
        StringBuilder name = new StringBuilder();
        for (String part : prompt.value().split("/")) {
            name.append(escaped(part)).append('/');
        }
        return name + escapedDots("v" + label.value());
    }

    private static String escaped(String part) {
        StringBuilder out = new StringBuilder();
        part.codePoints().forEach(c -> {
            if (c < ' ' || c == 0x7f || REFUSED.indexOf(c) >= 0) {
                escape(out, Character.toString(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        String name = out.toString().replace("@{", "@%7B");
        if (LIKE_A_VERSION.matcher(name).matches() || name.startsWith(".") || name.startsWith("-")
                || name.equals("@")) {
            StringBuilder first = new StringBuilder();
            escape(first, name.substring(0, 1));
            name = first + name.substring(1);
        }
        return escapedDots(name);
    }

    private static String escapedDots(String part) {
        String name = part.replace("..", ".%2E");
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1) + "%2E";
        }
        return name.endsWith(".lock") ? name.substring(0, name.length() - 5) + "%2Elock" : name;
    }

    private static void escape(StringBuilder out, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format("%%%02X", b));
        }
    }
}
