package stemma.transfer.copy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.RandomValues;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Store;

/// Prompts with a past of chance, the same for the same seed: versions, moved and cleared stages, tags, deletions.
final class RandomHistories {
    private static final List<Stage> STAGES = List.of(Stage.STAGING, Stage.PRODUCTION, new Stage("canary"));
    private static final List<String> TAGS = List.of("launch", "reviewed by Ada", "наука");

    private final Store store;
    private final Random random;
    private Instant now = Instant.parse("2025-01-01T00:00:00.000001Z");

    private RandomHistories(Store store, Random random) {
        this.store = store;
        this.random = random;
    }

    /// Does so many things to a store that is empty, or was filled by this.
    static void fill(Store store, Random random, int acts) {
        RandomHistories histories = new RandomHistories(store, random);
        histories.now = store.count().changedAt().map(last -> last.plusSeconds(100_000)).orElse(histories.now);
        for (int i = 0; i < acts; i++) {
            histories.act();
        }
    }

    private void act() {
        now = now.plusNanos(1_000L * (1 + random.nextInt(2_000_000_000)));
        PromptId id = new PromptId((random.nextBoolean() ? "deep/er/p" : "p") + random.nextInt(6));
        Optional<PromptSummary> prompt = store.find(id);
        int what = random.nextInt(20);
        if (prompt.isEmpty() || what < 10) {
            append(id, prompt);
        } else if (what < 15) {
            move(prompt.get());
        } else if (what < 18) {
            store.setTags(id, any(id), tags());
        } else if (what < 19) {
            store.deleteVersion(id, any(id), act("Leaked"));
        } else if (random.nextInt(4) == 0) {
            store.deletePrompt(id, act(""));
        }
    }

    private void append(PromptId id, Optional<PromptSummary> prompt) {
        Set<VersionLabel> taken = new TreeSet<>();
        prompt.ifPresent(_ -> store.versions(id).forEach(info -> taken.add(info.label())));
        VersionLabel label = prompt.map(PromptSummary::head).orElse(VersionLabel.FIRST);
        while (taken.contains(label)) {
            label = label.next(VersionLabel.Step.values()[random.nextInt(3)]);
        }
        store.append(new NewVersion(
                id,
                prompt.map(PromptSummary::head),
                label,
                RandomValues.content(random),
                random.nextBoolean() ? "ada" : "",
                random.nextBoolean() ? "Zwölf\nLines" : "",
                tags(),
                Optional.of(random.nextInt(5) == 0 ? now.minusSeconds(5_000_000) : now)));
    }

    private void move(PromptSummary prompt) {
        Stage stage = STAGES.get(random.nextInt(STAGES.size()));
        Optional<VersionLabel> from = Optional.ofNullable(prompt.stages().get(stage));
        Optional<VersionLabel> to =
                from.isPresent() && random.nextInt(5) == 0 ? Optional.empty() : Optional.of(any(prompt.id()));
        store.promote(new Promotion(prompt.id(), stage, from, to, act("Because " + random.nextInt(100))));
    }

    private VersionLabel any(PromptId id) {
        List<VersionInfo> versions = store.versions(id);
        return versions.get(random.nextInt(versions.size())).label();
    }

    private Set<String> tags() {
        List<String> tags = new ArrayList<>(TAGS);
        tags.removeIf(_ -> random.nextInt(3) > 0);
        return Set.copyOf(tags);
    }

    private Act act(String why) {
        return new Act(random.nextBoolean() ? "bob" : "", why, Optional.of(now));
    }
}
