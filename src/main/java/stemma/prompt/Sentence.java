package stemma.prompt;

import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A sentence for people, or a part of one: in English as it stands, and in another language for whoever has the
/// pattern in that. Immutable.
///
/// @param pattern the English words, with `{0}` to `{9}` where the arguments go; nothing else in it has a meaning
/// @param arguments names, numbers and the like; those that are sentences themselves are said in the same language
public record Sentence(String pattern, List<Object> arguments) implements CharSequence {
    /// Nothing to say.
    public static final Sentence NONE = new Sentence("", List.of());

    private static final List<Sentence> NO_TIME = List.of(
            Sentence.of("Text '{0}' could not be parsed at index {1}"),
            Sentence.of("Text '{0}' could not be parsed, unparsed text found at index {1}"));

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    /// @param pattern as a literal, so that all patterns can be found in the source
    public static Sentence of(String pattern, Object... arguments) {
        return new Sentence(pattern, Arrays.asList(arguments));
    }

    /// Words that stand as they are in every language, such as those of an operating system; a sentence stays one.
    public static Sentence from(CharSequence words) {
        return words instanceof Sentence sentence ? sentence : new Sentence("{0}", List.of(words.toString()));
    }

    /// What an exception says: its own sentence, or its message. A message stands as it is, but for what the Java platform
    /// usually says of a time that is none, since people write times by hand.
    public static Sentence from(Throwable problem) {
        String message = String.valueOf(problem.getMessage());
        return switch (problem) {
            case Explained explained -> explained.sentence();
            case DateTimeParseException _ -> recognised(message, NO_TIME);
            default -> from(message);
        };
    }

    /// What somebody else says in English, as one of the sentences that are usual there, so that it can be said in other
    /// languages; as it stands where it is none of them.
    ///
    /// @param usual without arguments
    public static Sentence recognised(String words, List<Sentence> usual) {
        return usual.stream()
                .flatMap(sentence -> sentence.saidIn(words).stream())
                .findFirst()
                .orElseGet(() -> from(words));
    }

    private Optional<Sentence> saidIn(String words) {
        StringBuilder form = new StringBuilder();
        Matcher place = PLACE.matcher(pattern);
        int from = 0;
        int count = 0;
        while (place.find()) {
            form.append(Pattern.quote(pattern.substring(from, place.start())));
            boolean isNew = Integer.parseInt(place.group(1)) == count;
            form.append(isNew ? "(.*)" : "\\" + (Integer.parseInt(place.group(1)) + 1));
            count += isNew ? 1 : 0;
            from = place.end();
        }
        form.append(Pattern.quote(pattern.substring(from)));
        Matcher said = Pattern.compile(form.toString(), Pattern.DOTALL).matcher(words);
        if (!said.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Sentence(
                pattern, IntStream.rangeClosed(1, count).<Object>mapToObj(said::group).toList()));
    }

    /// The sentence in another language.
    ///
    /// @param translation gives a pattern in that language, or the English one back
    /// @param value says an argument that is no sentence, such as a time as it is written there
    public String in(UnaryOperator<String> translation, Function<Object, String> value) {
        return PLACE.matcher(translation.apply(pattern)).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(
                    number < arguments.size() ? said(arguments.get(number), translation, value) : place.group());
        });
    }

    private static String said(Object argument, UnaryOperator<String> translation, Function<Object, String> value) {
        return argument instanceof Sentence inner ? inner.in(translation, value) : value.apply(argument);
    }

    /// The sentence in English.
    @Override
    public String toString() {
        return in(UnaryOperator.identity(), Object::toString);
    }

    /// Whether both say the same in English.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sentence sentence && sentence.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }
}
