package stemma.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.Version;

/// Picks the piece of a version's text that shows best why it was found.
final class Snippets {
    private static final int LENGTH = 160;
    private static final int LEAD = 30;
    /// What stands later is found, but not shown.
    private static final int LOOKED_AT = 300_000;

    private Snippets() {}

    /// A phrase found in a text.
    private record Found(int phrase, int start, int end) {}

    static Hit hit(Version version, Typed typed, Analyzer analyzer) {
        String text = text(version.content());
        List<Found> found = find(text, typed, analyzer);
        int start = found.isEmpty() ? 0 : Math.max(0, densest(found).start() - LEAD);
        start = wordStart(text, start);
        int end = wordEnd(text, Math.min(text.length(), start + LENGTH));
        String lead = start > 0 ? "…" : "";
        String snippet = lead + text.substring(start, end).replaceAll("[\\s\\p{Cntrl}]", " ")
                + (end < text.length() ? "…" : "");
        List<Hit.Mark> marks = new ArrayList<>();
        int shift = lead.length() - start;
        int markedUntil = start;
        for (Found one : found) {
            if (one.start() >= markedUntil && one.end() <= end) {
                marks.add(new Hit.Mark(one.start() + shift, one.end() + shift));
                markedUntil = one.end();
            }
        }
        return new Hit(version.prompt(), version.label(), version.content().title(), snippet, marks);
    }

    private static String text(Content content) {
        String messages = content.messages().stream().map(Message::text).collect(Collectors.joining("\n"));
        String text = content.description().isEmpty() ? messages : messages + "\n" + content.description();
        return text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    }

    private static List<Found> find(String text, Typed typed, Analyzer analyzer) {
        List<Typed.Place> places = Typed.cut(text, analyzer);
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < places.size(); at++) {
            for (int phrase = 0; phrase < typed.phrases().size(); phrase++) {
                int length = typed.phrases().get(phrase).words().size();
                if (matches(places, at, typed.phrases().get(phrase))) {
                    found.add(new Found(phrase, places.get(at).start(), places.get(at + length - 1).end()));
                }
            }
        }
        return found;
    }

    private static boolean matches(List<Typed.Place> places, int at, Typed.Phrase phrase) {
        if (at + phrase.words().size() > places.size()) {
            return false;
        }
        for (int i = 0; i < phrase.words().size(); i++) {
            if (!phrase.matches(i, places.get(at + i).word())) {
                return false;
            }
        }
        return true;
    }

    /// The first of those that have the most different phrases close behind them.
    private static Found densest(List<Found> found) {
        Found best = found.getFirst();
        int most = 0;
        for (int i = 0; i < found.size(); i++) {
            Set<Integer> phrases = new HashSet<>();
            for (int j = i; j < found.size() && found.get(j).end() <= found.get(i).start() + LENGTH - LEAD; j++) {
                phrases.add(found.get(j).phrase());
            }
            if (phrases.size() > most) {
                most = phrases.size();
                best = found.get(i);
            }
        }
        return best;
    }

    private static int wordStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LEAD && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < LEAD && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }
}
