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
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Variable;
import stemma.prompt.Version;

/// How prompts stand in the index, by their newest versions. The text is searched, but not kept.
final class Documents {
    /// Changed whenever something here or in [Words] changes; an index of another format is made again.
    static final String FORMAT = "stemma search index, format 2, lucene 10";

    static final String TEXT = "text";
    /// The id as a word to find and as a value to read.
    static final String PROMPT = "prompt";
    /// What [#fingerprint] told when the document was written.
    static final String FINGERPRINT = "fingerprint";

    private Documents() {}

    static Term prompt(PromptId prompt) {
        return new Term(PROMPT, prompt.value());
    }

    /// What an author looks for while typing.
    ///
    /// @param head the prompt's newest version
    static Document of(Version head, long fingerprint) {
        Content content = head.content();
        Document document = new Document();
        document.add(new StringField(PROMPT, head.prompt().value(), Field.Store.NO));
        document.add(new BinaryDocValuesField(PROMPT, bytes(head.prompt().value())));
        document.add(new NumericDocValuesField(FINGERPRINT, fingerprint));
        text(document, head.prompt().value());
        text(document, content.title());
        head.info().tags().forEach(tag -> text(document, tag));
        text(document, content.description());
        for (Message message : content.messages()) {
            text(document, message.text());
        }
        for (Variable variable : content.variables()) {
            text(document, variable.name());
        }
        return document;
    }

    private static void text(Document document, String value) {
        if (!value.isEmpty()) {
            document.add(new TextField(TEXT, value, Field.Store.NO));
        }
    }

    private static BytesRef bytes(String value) {
        return new BytesRef(value.getBytes(StandardCharsets.UTF_8));
    }

    /// Differs when a prompt is not as it was indexed, as far as a list of prompts can tell.
    static long fingerprint(PromptSummary summary) {
        return hash(summary.head() + "\n" + summary.versionCount() + "\n" + summary.title() + "\n" + summary.tags()
                + "\n" + summary.changedAt() + "\n" + summary.author());
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
