package stemma.transfer.copy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Store;

/// Work that goes on in a store.
final class Growth {
    private Growth() {}

    /// Puts a version on top and moves production to it.
    static VersionLabel appendAndPromote(Store store, PromptId id) {
        PromptSummary prompt = store.find(id).orElseThrow();
        VersionLabel label = new VersionLabel("99.0.0");
        Instant when = Instant.parse("2026-10-01T10:00:00Z");
        store.append(new NewVersion(
                id, Optional.of(prompt.head()), label, Content.plain("later"), "eve", "Later", Set.of("later"),
                Optional.of(when)));
        store.promote(new Promotion(
                id,
                Stage.PRODUCTION,
                Optional.ofNullable(prompt.stages().get(Stage.PRODUCTION)),
                Optional.of(label),
                new Act("eve", "Ready", Optional.of(when))));
        return label;
    }
}
