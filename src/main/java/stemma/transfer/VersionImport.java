package stemma.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.transfer.ImportReport.Kind;

/// Puts versions into a store in the order they come, each on top of its prompt's head, in batches. Not safe for
/// concurrent use; the store may be written by others meanwhile.
final class VersionImport {
    /// New versions and such that only have stages to move.
    private static final int MOST_ITEMS = 1_000;

    private static final int KNOWN_PROMPTS = 5_000;
    /// How often a version is tried again when somebody else appends at the same moment.
    private static final int ATTEMPTS = 3;

    private final Store store;
    private final boolean writes;
    private final ImportReport.Builder report;
    private final Map<PromptId, KnownPrompt> known = new LinkedHashMap<>(16, 0.75f, true);
    private final List<Item> batch = new ArrayList<>();
    private final Set<Item> refused = new HashSet<>();
    private final VersionBatch newVersions;

    /// @param isNew whether the store does not have the version yet
    private record Item(long number, VersionLine line, boolean isNew) {}

    /// @param writes false to count only
    VersionImport(Store store, boolean writes, ImportReport.Builder report) {
        this.store = store;
        this.writes = writes;
        this.report = report;
        this.newVersions = new VersionBatch(store);
    }

    /// Takes the next version.
    ///
    /// @return whether a batch is complete, so that [#flush()] should follow
    boolean add(long number, VersionLine line) {
        KnownPrompt prompt = known(line.prompt());
        String checksum = line.content().checksum();
        Optional<KnownPrompt.Known> there = prompt.version(line.label());
        if (there.isPresent() && !there.get().checksum().equals(checksum)) {
            report.problem(number, Kind.CONFLICT, otherContent(line));
            return false;
        }
        if (there.isPresent()) {
            report.alreadyThere();
            noteOtherTags(number, line, there.get());
        }
        if (there.isEmpty()) {
            newVersions.add(version(line, prompt.head()));
            noteOrder(number, line, prompt.head());
            prompt.append(line.label(), checksum, line.tags());
        }
        if (there.isEmpty() || !line.stages().isEmpty()) {
            batch.add(new Item(number, line, there.isEmpty()));
        }
        return newVersions.isFull() || batch.size() >= MOST_ITEMS;
    }

    private NewVersion version(VersionLine line, Optional<VersionLabel> base) {
        return new NewVersion(
                line.prompt(), base, line.label(), line.content(), line.author(), line.message(),
                store.can(Capability.TAG) ? line.tags() : Set.of(), line.createdAt());
    }

    /// Writes what was taken since the last time: versions first, then stages.
    void flush() {
        appendBatch();
        for (Item item : batch) {
            if (!refused.contains(item)) {
                item.line().stages().forEach(stage -> moveStage(item, stage));
            }
        }
        batch.clear();
        refused.clear();
        var eldest = known.keySet().iterator();
        while (known.size() > KNOWN_PROMPTS) {
            eldest.next();
            eldest.remove();
        }
    }

    private void appendBatch() {
        List<Item> added = batch.stream().filter(Item::isNew).toList();
        if (!writes) {
            newVersions.clear();
        } else if (!newVersions.write()) {
            added.forEach(item -> known.remove(item.line().prompt()));
            added.forEach(this::appendAlone);
            return;
        }
        added.forEach(_ -> report.added());
    }

    /// Appends one version of a batch that failed, unless the failed attempt wrote it.
    private void appendAlone(Item item) {
        VersionLine line = item.line();
        String checksum = line.content().checksum();
        for (int attempt = 1; ; attempt++) {
            try {
                KnownPrompt prompt = known(line.prompt());
                Optional<KnownPrompt.Known> there = prompt.version(line.label());
                if (there.isPresent() && !there.get().checksum().equals(checksum)) {
                    refuse(item, Kind.CONFLICT, otherContent(line));
                    return;
                }
                if (there.isEmpty()) {
                    store.append(version(line, prompt.head()));
                    prompt.append(line.label(), checksum, line.tags());
                }
                report.added();
                return;
            } catch (StoreException.Conflict e) {
                known.remove(line.prompt());
                if (attempt == ATTEMPTS) {
                    refuse(item, Kind.CONFLICT, e.sentence());
                    return;
                }
            } catch (StoreException e) {
                VersionBatch.throwIfAboutTheStore(e);
                refuse(item, Kind.BAD_LINE, e.sentence());
                return;
            }
        }
    }

    private void refuse(Item item, Kind kind, CharSequence what) {
        refused.add(item);
        report.problem(item.number(), kind, what);
    }

    private void moveStage(Item item, Stage stage) {
        VersionLine line = item.line();
        KnownPrompt prompt = known(line.prompt());
        Optional<VersionLabel> holds = prompt.inStage(stage);
        if (holds.isPresent()) {
            if (!holds.get().equals(line.label())) {
                note(item, Sentence.of("{0} was left at version {1} of \"{2}\"", stage, holds.get(), line.prompt()));
            }
            return;
        }
        if (!store.canMove(stage)) {
            note(item, Sentence.of("the store has no stage {0}", stage));
            return;
        }
        if (writes) {
            try {
                store.promote(new Promotion(
                        line.prompt(), stage, Optional.empty(), Optional.of(line.label()),
                        new Act(line.author(), "Imported", line.createdAt())));
            } catch (StoreException e) {
                VersionBatch.throwIfAboutTheStore(e);
                known.remove(line.prompt());
                note(item, e.sentence());
                return;
            }
        }
        prompt.move(stage, line.label());
    }

    private void noteOtherTags(long number, VersionLine line, KnownPrompt.Known there) {
        if (!there.tags().equals(line.tags()) && store.can(Capability.TAG)) {
            report.problem(number, Kind.NOTE, Sentence.of("the tags of {0} were left as {1}", named(line), there.tags()));
        }
    }

    private void noteOrder(long number, VersionLine line, Optional<VersionLabel> head) {
        if (!store.can(Capability.TAG) && !line.tags().isEmpty()) {
            report.problem(number, Kind.NOTE, Sentence.of("the store has no tags"));
        }
        if (line.parent().isPresent() && !line.parent().equals(head)) {
            report.problem(number, Kind.NOTE, Sentence.of(
                        "{0} was put on top of {1}, not of {2}",
                        named(line), head.<Object>map(VersionLabel::value).orElse(Sentence.of("nothing")), line.parent().get()));
        } else if (head.isPresent() && line.label().compareTo(head.get()) < 0) {
            report.problem(number, Kind.NOTE, Sentence.of("{0} was put on top of the higher version {1}", named(line), head.get()));
        }
    }

    private void note(Item item, CharSequence what) {
        report.problem(item.number(), Kind.NOTE, what);
    }

    private static Sentence otherContent(VersionLine line) {
        return Sentence.of("{0} is there already with other content", named(line));
    }

    private static Sentence named(VersionLine line) {
        return Sentence.of("version {0} of \"{1}\"", line.label(), line.prompt());
    }

    private KnownPrompt known(PromptId prompt) {
        return known.computeIfAbsent(prompt, id -> KnownPrompt.read(store, id));
    }
}
