package stemma.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.lucene.search.TermQuery;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Store;
import stemma.store.StoreException;

/// Writes into the index what a store has otherwise. One at a time, and only while the index shows what was written
/// for the same prompt before.
///
/// @param store what is indexed
/// @param engines where it is indexed
record Comparison(Store store, IndexFolder.Engines engines) {
    /// Compares a prompt's versions with what is indexed and writes the difference, the head last: it says that the
    /// rest is complete.
    ///
    /// @return how many versions were written
    long update(PromptSummary summary, BooleanSupplier isCancelled) throws IOException {
        PromptId prompt = summary.id();
        List<VersionInfo> there;
        Version head;
        try {
            there = store.versions(prompt);
            head = store.get(prompt, there.getFirst().label());
        } catch (StoreException.NotFound | StoreException.Corrupt e) {
            return 0;
        }
        Map<String, Long> known = known(prompt);
        long written = 0;
        for (VersionInfo info : there.reversed()) {
            if (isCancelled.getAsBoolean()) {
                return written;
            }
            Long before = known.remove(info.label().value());
            if (before == null || before != Documents.fingerprint(info)) {
                written += write(info, head, before == null) ? 1 : 0;
            }
        }
        for (String label : known.keySet()) {
            engines.versions().writer().deleteDocuments(Documents.key(prompt, new VersionLabel(label)));
        }
        engines.heads()
                .writer()
                .updateDocument(Documents.prompt(prompt), Documents.head(head, Documents.fingerprint(summary)));
        return written;
    }

    private boolean write(VersionInfo info, Version head, boolean isNew) throws IOException {
        Version version;
        try {
            version = info.label().equals(head.label()) ? head : store.get(info.prompt(), info.label());
        } catch (StoreException.NotFound | StoreException.Corrupt e) {
            return false;
        }
        if (isNew) {
            engines.versions().writer().addDocument(Documents.version(version));
        } else {
            engines.versions()
                    .writer()
                    .updateDocument(Documents.key(info.prompt(), info.label()), Documents.version(version));
        }
        return true;
    }

    private Map<String, Long> known(PromptId prompt) throws IOException {
        Map<String, Long> known = new HashMap<>();
        return engines.versions().search(searcher -> {
            Engine.visit(searcher, new TermQuery(Documents.prompt(prompt)), (_, label, fingerprint) -> {
                known.put(label, fingerprint);
                return true;
            });
            return known;
        });
    }

    void remove(PromptId prompt) throws IOException {
        engines.versions().writer().deleteDocuments(Documents.prompt(prompt));
        engines.heads().writer().deleteDocuments(Documents.prompt(prompt));
    }
}
