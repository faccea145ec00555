package stemma.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// What somebody typed into a search field. Every word and every "quoted phrase" must be found; the last word may go
/// on, as long as no blank or quote follows it. Any text is understood somehow.
///
/// @param phrases words in a row
record Typed(List<Phrase> phrases) {
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_PHRASES = 32;
    /// How many words a phrase that goes on is tried with.
    private static final int MAX_CONTINUATIONS = 200;

    private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"?|[^\\s\"]+");

    /// @param goesOn whether the last word may be the beginning of a longer one
    record Phrase(List<String> words, boolean goesOn) {}

    static Typed parse(String typed, Analyzer analyzer) {
        String text = typed.length() > MAX_LENGTH ? typed.substring(0, MAX_LENGTH) : typed;
        List<Phrase> phrases = new ArrayList<>();
        Matcher pieces = PIECE.matcher(text);
        while (pieces.find() && phrases.size() < MAX_PHRASES) {
            boolean quoted = pieces.group().startsWith("\"");
            boolean closed = quoted && pieces.group().length() > 1 && pieces.group().endsWith("\"");
            boolean goesOn = pieces.end() == text.length() && !closed;
            List<String> words = cut(quoted ? pieces.group(1) : pieces.group(), analyzer);
            if (!words.isEmpty()) {
                phrases.add(new Phrase(words, goesOn && endsWithWord(pieces.group())));
            }
        }
        return new Typed(phrases);
    }

    private static boolean endsWithWord(String piece) {
        return Character.isLetterOrDigit(piece.codePointBefore(piece.length()));
    }

    private static List<String> cut(String text, Analyzer analyzer) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a text in memory", e);
        }
        return words;
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /// A query for what matches; it does not tell how well.
    Query filter(IndexReader reader) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Phrase phrase : phrases) {
            all.add(query(reader, phrase), Occur.FILTER);
        }
        return all.build();
    }

    private static Query query(IndexReader reader, Phrase phrase) throws IOException {
        List<String> words = phrase.words();
        Term last = new Term(Documents.TEXT, words.getLast());
        if (words.size() == 1) {
            return phrase.goesOn() ? new PrefixQuery(last) : new TermQuery(last);
        }
        if (!phrase.goesOn()) {
            return new PhraseQuery(Documents.TEXT, words.toArray(String[]::new));
        }
        MultiPhraseQuery.Builder builder = new MultiPhraseQuery.Builder();
        words.subList(0, words.size() - 1).forEach(word -> builder.add(new Term(Documents.TEXT, word)));
        return builder.add(continuations(reader, last)).build();
    }

    private static Term[] continuations(IndexReader reader, Term beginning) throws IOException {
        List<Term> found = new ArrayList<>(List.of(beginning));
        Terms terms = MultiTerms.getTerms(reader, beginning.field());
        if (terms != null) {
            TermsEnum words = terms.iterator();
            TermsEnum.SeekStatus status = words.seekCeil(beginning.bytes());
            BytesRef word = status == TermsEnum.SeekStatus.END ? null : words.term();
            while (word != null && found.size() < MAX_CONTINUATIONS && startsWith(word, beginning.bytes())) {
                if (!word.equals(beginning.bytes())) {
                    found.add(new Term(beginning.field(), BytesRef.deepCopyOf(word)));
                }
                word = words.next();
            }
        }
        return found.toArray(Term[]::new);
    }

    private static boolean startsWith(BytesRef word, BytesRef beginning) {
        return StringHelper.startsWith(word, beginning);
    }
}
