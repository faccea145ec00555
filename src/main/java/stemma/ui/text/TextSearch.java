package stemma.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import stemma.prompt.Explained;
import stemma.prompt.Sentence;

/// Finds and replaces in a text. A pattern that would search for ages is stopped.
final class TextSearch {
    /// A stretch of text that was found; never empty.
    record Match(int start, int end) {}

    /// How to read the words that are sought.
    record Options(boolean caseSensitive, boolean wholeWord, boolean regex) {}

    /// What was found.
    ///
    /// @param matches in order, not overlapping
    /// @param stopped whether there are more than [#MOST_MATCHES] or the pattern took too long
    record Result(List<Match> matches, boolean stopped) {}

    /// A pattern that cannot be used, with the reason in words.
    static final class BadPattern extends Exception implements Explained {
        private static final long serialVersionUID = 1L;

        private final transient Sentence sentence;

        BadPattern(String message) {
            super(message);
            this.sentence = PatternWords.of(message);
        }

        @Override
        public Sentence sentence() {
            return sentence;
        }
    }

    static final int MOST_MATCHES = 10_000;
    private static final long NANOSECONDS_ALLOWED = 400_000_000L;

    private final Pattern pattern;
    private final boolean regex;
    private final LongSupplier clock;

    /// @param clock nanoseconds, as [System#nanoTime()]
    TextSearch(String query, Options options, LongSupplier clock) throws BadPattern {
        int flags = Pattern.MULTILINE | Pattern.UNIX_LINES;
        if (!options.caseSensitive()) {
            flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        }
        String source = options.regex() ? query : Pattern.quote(query);
        try {
            if (options.regex()) {
                Pattern.compile(source, flags);
            }
            if (options.wholeWord()) {
                source = "(?<![\\p{L}\\p{N}_])(?:" + source + ")(?![\\p{L}\\p{N}_])";
            }
            pattern = Pattern.compile(source, flags);
        } catch (PatternSyntaxException e) {
            throw new BadPattern(e.getDescription());
        } catch (StackOverflowError e) {
            throw new BadPattern(e.getClass().getSimpleName());
        }
        regex = options.regex();
        this.clock = clock;
    }

    Result find(String text) {
        List<Match> matches = new ArrayList<>();
        Matcher matcher = pattern.matcher(new TimedText(text, clock, clock.getAsLong() + NANOSECONDS_ALLOWED));
        try {
            while (matcher.find()) {
                if (matches.size() == MOST_MATCHES) {
                    return new Result(matches, true);
                }
                if (matcher.end() > matcher.start()) {
                    matches.add(new Match(matcher.start(), matcher.end()));
                }
            }
        } catch (TooSlow | StackOverflowError e) {
            return new Result(matches, true);
        }
        return new Result(matches, false);
    }

    /// What the matches from the first to the last become, with the text between them.
    ///
    /// @throws BadPattern when the replacement names a group that the pattern does not have
    Optional<EditHistory.Edit> replaceAll(String text, String replacement) throws BadPattern {
        return replace(text, replacement, 0, Integer.MAX_VALUE);
    }

    /// What the match becomes that begins at or after `from`.
    ///
    /// @throws BadPattern when the replacement names a group that the pattern does not have
    Optional<EditHistory.Edit> replaceFirst(String text, String replacement, int from) throws BadPattern {
        return replace(text, replacement, from, 1);
    }

    private Optional<EditHistory.Edit> replace(String text, String replacement, int from, int most)
            throws BadPattern {
        String expansion = regex ? replacement : Matcher.quoteReplacement(replacement);
        Matcher matcher = pattern.matcher(new TimedText(text, clock, clock.getAsLong() + 10 * NANOSECONDS_ALLOWED));
        StringBuilder replaced = new StringBuilder();
        int start = -1;
        int copied = 0;
        int count = 0;
        try {
            boolean found = matcher.find(from);
            for (; found && count < most; found = matcher.find()) {
                if (matcher.end() == matcher.start()) {
                    continue;
                }
                if (count == 0) {
                    start = matcher.start();
                    StringBuilder whole = new StringBuilder();
                    matcher.appendReplacement(whole, expansion);
                    // What lies before the first match is no part of the edit.
                    replaced.append(whole, start, whole.length());
                } else {
                    matcher.appendReplacement(replaced, expansion);
                }
                copied = matcher.end();
                count++;
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new BadPattern(String.valueOf(e.getMessage()));
        } catch (TooSlow | StackOverflowError e) {
            throw new BadPattern("");
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(new EditHistory.Edit(start, text.substring(start, copied), replaced.toString()));
    }

    private static final class TooSlow extends RuntimeException {
        TooSlow() {
            super("the pattern takes too long", null, false, false);
        }
    }

    /// A text that ends a search when its time is up: every step of a pattern reads a character.
    private static final class TimedText implements CharSequence {
        private final CharSequence text;
        private final LongSupplier clock;
        private final long end;
        private int reads;

        TimedText(CharSequence text, LongSupplier clock, long end) {
            this.text = text;
            this.clock = clock;
            this.end = end;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if ((++reads & 0xFFFF) == 0 && clock.getAsLong() - end > 0) {
                throw new TooSlow();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
