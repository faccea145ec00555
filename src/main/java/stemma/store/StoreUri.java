package stemma.store;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Sentence;

/// Where a store is: `scheme:location?option=value&…`, such as `file:/home/ada/prompts` or `h2:prompts`. The location is
/// taken as it stands (a path needs no escapes, but `?` ends it); option values are percent-encoded. It never holds a
/// secret, so it may be shown, logged and remembered.
///
/// @param scheme which driver opens it: letters in lower case, digits and `-`
/// @param location in the driver's own words
/// @param options further settings by name
public record StoreUri(String scheme, String location, Map<String, String> options) {
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]*");

    /// @throws IllegalArgumentException when the scheme is no scheme or the location holds a `?`
    public StoreUri {
        if (!SCHEME.matcher(scheme).matches()) {
            throw new IllegalValueException(Sentence.of("\"{0}\" is no store scheme", scheme));
        }
        if (location.indexOf('?') >= 0) {
            throw new IllegalValueException(Sentence.of(
                    "the location of a store must not hold a \"?\": {0}", location));
        }
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /// An address without options.
    ///
    /// @throws IllegalArgumentException as the constructor
    public static StoreUri of(String scheme, String location) {
        return new StoreUri(scheme, location, Map.of());
    }

    /// The same address, but for what it says about writing: where a store is, and how else it is opened.
    public StoreUri evenForReading() {
        Map<String, String> others = new TreeMap<>(options);
        others.remove(DriverOption.READ_ONLY.name());
        return new StoreUri(scheme, location, others);
    }

    /// @throws IllegalArgumentException saying what is wrong, fit to be shown
    public static StoreUri parse(String text) {
        try {
            return parsed(text);
        } catch (IllegalValueException e) {
            throw new IllegalValueException(withoutPassword(e.sentence()));
        }
    }

    /// In English as it stands where the parts of the sentence alone do not tell what is a password.
    private static Sentence withoutPassword(Sentence sentence) {
        String whole = withoutPassword(sentence.toString());
        Sentence parts = new Sentence(
                sentence.pattern(),
                sentence.arguments().stream()
                        .<Object>map(part -> withoutPassword(part.toString()))
                        .toList());
        return parts.toString().equals(whole) ? parts : Sentence.from(whole);
    }

    /// Addresses of servers are often written with a password, which no message may repeat.
    private static String withoutPassword(String text) {
        return text.replaceAll("(?s)(//[^/:@]*):.*@", "$1:••••@");
    }

    private static StoreUri parsed(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || !SCHEME.matcher(text.substring(0, colon)).matches()) {
            throw new IllegalValueException(Sentence.of(
                    "\"{0}\" is no store address: it must begin with a scheme such as \"file:\" or \"h2:\"", text));
        }
        int question = text.indexOf('?');
        String location = text.substring(colon + 1, question < 0 ? text.length() : question);
        Map<String, String> options = new TreeMap<>();
        if (question >= 0) {
            for (String option : text.substring(question + 1).split("&")) {
                int equals = option.indexOf('=');
                if (equals <= 0) {
                    throw new IllegalValueException(
                            Sentence.of("\"{0}\" is no store address: \"{1}\" is not name=value", text, option));
                }
                try {
                    options.put(decode(option.substring(0, equals)), decode(option.substring(equals + 1)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalValueException(
                            Sentence.of(
                                    "\"{0}\" is no store address: \"{1}\" is not percent-encoded", text, option), e);
                }
            }
        }
        return new StoreUri(text.substring(0, colon), location, options);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(scheme).append(':').append(location);
        char separator = '?';
        for (Map.Entry<String, String> option : options.entrySet()) {
            text.append(separator)
                    .append(encode(option.getKey()))
                    .append('=')
                    .append(encode(option.getValue()));
            separator = '&';
        }
        return text.toString();
    }
}
