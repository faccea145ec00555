package stemma.search;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Variable;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// How versions stand in the index. Their text is searched, but not kept: it is read from the store.
final class Documents {
    /// Changed whenever something here or in [Words] changes; an index of another format is made again.
    static final String FORMAT = "stemma search index, format 1, lucene 10";

    static final String TEXT = "text";
    static final String NAME = "name";
    /// The id as a word to find and as a value to read.
    static final String PROMPT = "prompt";
    static final String LABEL = "label";
    /// What [#fingerprint] told when the document was written.
    static final String FINGERPRINT = "fingerprint";

    private static final String KEY = "key";

    private Documents() {}

    static Term prompt(PromptId prompt) {
        return new Term(PROMPT, prompt.value());
    }

    static Term key(PromptId prompt, VersionLabel label) {
        return new Term(KEY, prompt + "\n" + label);
    }

    /// A prompt's head: what an author looks for while typing.
    static Document head(Version version, long fingerprint) {
        Document document = common(version, fingerprint);
        for (Variable variable : version.content().variables()) {
            text(document, variable.name());
        }
        return document;
    }

    /// Any version, with everything that is known of it.
    static Document version(Version version) {
        Content content = version.content();
        Document document = common(version, fingerprint(version.info()));
        document.add(new StringField(KEY, key(version.prompt(), version.label()).text(), Field.Store.NO));
        text(document, version.info().author());
        text(document, version.info().message());
        for (Variable variable : content.variables()) {
            text(document, variable.name());
            text(document, variable.description());
        }
        for (Example example : content.examples()) {
            text(document, example.input().compact());
            text(document, example.output());
        }
        text(document, content.config().isEmpty() ? "" : content.config().compact());
        text(document, content.metadata().isEmpty() ? "" : content.metadata().compact());
        return document;
    }

    private static Document common(Version version, long fingerprint) {
        Document document = new Document();
        document.add(new StringField(PROMPT, version.prompt().value(), Field.Store.NO));
        document.add(new BinaryDocValuesField(PROMPT, bytes(version.prompt().value())));
        document.add(new BinaryDocValuesField(LABEL, bytes(version.label().value())));
        document.add(new NumericDocValuesField(FINGERPRINT, fingerprint));
        name(document, version.prompt().value());
        name(document, version.content().title());
        version.info().tags().forEach(tag -> name(document, tag));
        text(document, version.content().description());
        for (Message message : version.content().messages()) {
            text(document, message.text());
        }
        return document;
    }

    private static void name(Document document, String value) {
        if (!value.isEmpty()) {
            document.add(new TextField(NAME, value, Field.Store.NO));
            text(document, value);
        }
    }

    private static void text(Document document, String value) {
        if (!value.isEmpty()) {
            document.add(new TextField(TEXT, value, Field.Store.NO));
        }
    }

    private static BytesRef bytes(String value) {
        return new BytesRef(value.getBytes(StandardCharsets.UTF_8));
    }

    /// Differs when the versions of a prompt that its index entries tell of are not the same, as far as a list of
    /// prompts can tell.
    static long fingerprint(PromptSummary summary) {
        return hash(summary.head() + "\n" + summary.versionCount() + "\n" + summary.title() + "\n" + summary.tags()
                + "\n" + summary.changedAt() + "\n" + summary.author());
    }

    /// Differs when a version has other content or tags.
    static long fingerprint(VersionInfo info) {
        return hash(info.checksum() + "\n" + info.tags() + "\n" + info.createdAt());
    }

    /// FNV-1a over 64 bits.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
