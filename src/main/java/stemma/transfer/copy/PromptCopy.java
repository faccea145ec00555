package stemma.transfer.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.Untold;
import stemma.transfer.Alignment;
import stemma.transfer.Alignment.Recognition;
import stemma.transfer.HeldContents;
import stemma.transfer.VersionBatch;
import stemma.transfer.copy.CopyRun.Entry;
import stemma.transfer.copy.Loss.Part;

/// One prompt on its way. Not safe for concurrent use.
final class PromptCopy {
    private final CopyRun run;
    private final PromptId id;
    private final List<VersionInfo> versions;
    private final Map<VersionLabel, VersionInfo> there = new HashMap<>();
    private final Alignment alignment;
    private final List<CopyItem> items = new ArrayList<>();
    private final List<Untold> untold;
    /// Labels in the source, of everything that is in the target or is about to be, with the label there.
    private final Map<VersionLabel, VersionLabel> labels;
    /// The newest version there, with those that are about to be written.
    private Optional<VersionLabel> head;
    /// The newest version that is there for sure.
    private Optional<VersionLabel> confirmedHead;
    private boolean complete;
    /// The next label that the target would give, in a dry run of a store that counts.
    private Optional<VersionLabel> nextLabel = Optional.empty();

    private PromptCopy(CopyRun run, PromptId id, List<VersionInfo> versions, List<VersionInfo> there) {
        this.run = run;
        this.id = id;
        this.versions = versions;
        there.forEach(info -> this.there.put(info.label(), info));
        this.untold = run.source.untold(Optional.of(id));
        HeldContents held = new HeldContents(run.source, run.target);
        this.alignment = Alignment.of(
                versions,
                there,
                choosesLabel() ? Recognition.BY_LABEL : Recognition.BY_CONTENT,
                (mine, theirs) -> held.checksum(mine, theirs.checksum()).equals(theirs.checksum()));
        this.labels = new LinkedHashMap<>(alignment.same());
        this.head = there.isEmpty() ? Optional.empty() : Optional.of(there.getLast().label());
        this.confirmedHead = head;
    }

    /// Looks at the prompt in both stores.
    static PromptCopy of(CopyRun run, PromptId id) {
        List<VersionInfo> versions = run.source.versions(id).reversed();
        return new PromptCopy(run, id, versions, oldestFirst(run.target, id));
    }

    private static List<VersionInfo> oldestFirst(Store store, PromptId id) {
        return store.find(id).isPresent() ? store.versions(id).reversed() : List.of();
    }

    private boolean choosesLabel() {
        return run.target.can(Capability.CHOOSE_LABEL);
    }

    void copyVersions() {
        boolean isNew = alignment.lastCommon().isEmpty();
        untold.stream()
                .filter(some -> some.kind() == Untold.Kind.VERSION || some.kind() == Untold.Kind.TAGS)
                .forEach(some -> items.add(CopyItem.untold(run.source.uri(), some)));
        for (VersionInfo info : versions) {
            if (run.isCancelled()) {
                return;
            }
            VersionLabel partner = alignment.same().get(info.label());
            if (partner != null) {
                items.add(compareTags(info, partner));
            } else if (!isNew || alignment.rightWentOn()) {
                items.add(CopyItem.version(id, info.label(), Outcome.CONFLICT, conflict(info, isNew), List.of()));
            } else {
                add(info);
            }
            isNew |= alignment.lastCommon().filter(info.label()::equals).isPresent();
        }
        complete = true;
    }

    private Sentence conflict(VersionInfo info, boolean isNew) {
        if (choosesLabel() && there.containsKey(info.label())) {
            return Sentence.of("the label is there with other content");
        }
        return isNew
                ? Sentence.of("the prompt went on there with other versions, up to {0}", head.orElseThrow())
                : Sentence.of("it is not there, but later versions are, and a version is only ever put on top");
    }

    private CopyItem compareTags(VersionInfo info, VersionLabel partner) {
        VersionInfo other = there.get(partner);
        Outcome outcome = Outcome.THERE;
        Sentence detail = Sentence.NONE;
        try {
            if (!isUnreadable(Untold.Kind.TAGS)
                    && run.target.can(Capability.TAG)
                    && other != null
                    && !other.tags().equals(info.tags())
                    && !other.tags().equals(run.target.asHeld(given(info)).tags())) {
                detail = Sentence.of("tags there: {0}, here: {1}", shown(other.tags()), shown(info.tags()));
                outcome = run.options.replaceTags() ? Outcome.CHANGED : Outcome.CONFLICT;
                if (run.writes && run.options.replaceTags()) {
                    run.target.setTags(id, partner, info.tags());
                }
            }
        } catch (StoreException e) {
            VersionBatch.throwIfAboutTheStore(e);
            return CopyItem.version(id, info.label(), Outcome.FAILED, e.sentence(), List.of());
        }
        return CopyItem.version(id, info.label(), outcome, detail, labelLoss(info, partner));
    }

    private boolean isUnreadable(Untold.Kind kind) {
        return untold.stream().anyMatch(some -> some.kind() == kind);
    }

    private static CharSequence shown(Set<String> tags) {
        return tags.isEmpty() ? Sentence.of("none") : String.join(", ", tags);
    }

    private NewVersion given(VersionInfo info) {
        Version version = run.source.get(id, info.label());
        return new NewVersion(
                id, head, info.label(), version.content(), info.author(), info.message(), info.tags(),
                Optional.of(info.createdAt()));
    }

    private void add(VersionInfo info) {
        try {
            NewVersion given = given(info);
            NewVersion held = run.target.asHeld(
                    run.target.can(Capability.TAG) ? given : given.withTags(Set.of()));
            List<Loss> losses = new ArrayList<>();
            losses.addAll(parentLoss(info, head));
            untold.stream()
                    .filter(some -> !some.isDamage() && some.version().equals(Optional.of(info.label())))
                    .map(Loss::of)
                    .forEach(losses::add);
            losses.addAll(Losses.between(given, held));
            write(info, held, losses);
        } catch (StoreException e) {
            items.add(refused(info, e));
        }
    }

    private void write(VersionInfo info, NewVersion held, List<Loss> losses) {
        VersionLabel label = info.label();
        if (!choosesLabel()) {
            label = run.writes ? run.target.append(held).label() : foreseen(held);
        }
        losses.addAll(0, labelLoss(info, label));
        items.add(CopyItem.version(id, info.label(), Outcome.ADDED, Sentence.NONE, losses));
        labels.put(info.label(), label);
        head = Optional.of(label);
        if (choosesLabel() && run.writes) {
            run.add(new Entry(this, items.size() - 1, info, held));
        }
    }

    private VersionLabel foreseen(NewVersion held) {
        VersionLabel label = nextLabel.orElse(held.label());
        boolean isNumber = label.value().matches("\\d{1,17}");
        VersionLabel given = isNumber ? label : new VersionLabel("new-" + (items.size() + 1));
        nextLabel = isNumber
                ? Optional.of(new VersionLabel(Long.toString(Long.parseLong(label.value()) + 1)))
                : Optional.empty();
        return given;
    }

    private CopyItem refused(VersionInfo info, StoreException e) {
        VersionBatch.throwIfAboutTheStore(e);
        Outcome outcome = e instanceof StoreException.Conflict ? Outcome.CONFLICT : Outcome.FAILED;
        return CopyItem.version(id, info.label(), outcome, e.sentence(), List.of());
    }

    private static List<Loss> labelLoss(VersionInfo info, VersionLabel there) {
        return info.label().equals(there)
                ? List.of()
                : List.of(new Loss(Part.LABEL, Sentence.of("the label {0}, since the store counts by itself", info.label())));
    }

    private List<Loss> parentLoss(VersionInfo info, Optional<VersionLabel> base) {
        Optional<VersionLabel> parent = info.parent().map(label -> labels.getOrDefault(label, label));
        return parent.isEmpty() || parent.equals(base)
                ? List.of()
                : List.of(new Loss(
                        Part.PARENT,
                        Sentence.of(
                        "that it was made from {0}; it follows {1}",
                        info.parent().get(), base.<Object>map(VersionLabel::value).orElse(Sentence.of("nothing")))));
    }

    /// Writes the versions of a batch that failed one by one, but for those that the failed attempt wrote.
    void copyAlone(List<Entry> entries) {
        Map<VersionLabel, String> written = new HashMap<>();
        oldestFirst(run.target, id).forEach(info -> written.put(info.label(), info.checksum()));
        for (Entry entry : entries) {
            VersionInfo info = entry.from();
            try {
                String checksum = written.get(info.label());
                if (checksum == null) {
                    run.target.append(entry.version().withBase(confirmedHead));
                } else if (!checksum.equals(entry.version().content().checksum())) {
                    throw StoreException.Conflict.labelTaken(run.target.uri(), id, info.label());
                }
                if (!entry.version().base().equals(confirmedHead)) {
                    noteOrder(entry);
                }
                confirmedHead = Optional.of(info.label());
            } catch (StoreException e) {
                labels.remove(info.label());
                items.set(entry.place(), refused(info, e));
            }
        }
        head = confirmedHead;
    }

    private void noteOrder(Entry entry) {
        CopyItem item = items.get(entry.place());
        List<Loss> losses = new ArrayList<>(item.losses());
        losses.removeIf(loss -> loss.part() == Part.PARENT);
        losses.addAll(parentLoss(entry.from(), confirmedHead));
        items.set(
                entry.place(), CopyItem.version(id, entry.from().label(), item.outcome(), item.detail(), losses));
    }

    /// Everything that was taken is written.
    void confirm() {
        confirmedHead = head;
    }

    /// Whether all its versions are dealt with.
    boolean isComplete() {
        return complete;
    }

    void copyStages() {
        try {
            List<Untold> lost = untold.stream()
                    .filter(some -> some.kind() == Untold.Kind.STAGES)
                    .toList();
            lost.forEach(some -> items.add(CopyItem.untold(run.source.uri(), some)));
            untold.stream()
                    .filter(some -> !some.isDamage() && some.version().isEmpty())
                    .forEach(some -> items.add(CopyItem.untold(run.source.uri(), some)));
            if (!lost.isEmpty()) {
                return;
            }
            items.addAll(new StageCopy(run, id, versions, labels).copy());
        } catch (StoreException e) {
            VersionBatch.throwIfAboutTheStore(e);
            items.add(CopyItem.prompt(id, Outcome.FAILED, e.sentence(), List.of()));
        }
    }

    List<CopyItem> items() {
        return items;
    }
}
