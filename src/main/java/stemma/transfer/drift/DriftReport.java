package stemma.transfer.drift;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Capability;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.Untold;
import stemma.transfer.Alignment;
import stemma.transfer.Alignment.Recognition;
import stemma.transfer.AllPrompts;
import stemma.transfer.HeldContents;
import stemma.transfer.Progress;
import stemma.transfer.VersionBatch;

/// Puts the prompts of two stores side by side. Compares labels, checksums, stages and tags; a content is read only
/// where two versions of one label have different checksums, to find out whether one store just cannot hold all of the
/// other's. Nothing is written. Safe for concurrent use as far as both stores are.
public final class DriftReport {
    private static final int PAGE = 200;

    private final Store here;
    private final Store there;

    public DriftReport(Store here, Store there) {
        this.here = here;
        this.there = there;
    }

    /// Compares every prompt.
    ///
    /// @param pages gets the rows, some at a time: first the prompts of the first store by id, then those that only the
    ///     second one has
    /// @param progress hears the share of prompts that are done and their number
    /// @throws StoreException when one of the stores cannot be read at all
    public DriftSummary run(Consumer<List<DriftRow>> pages, Progress progress) {
        return new Run(pages, progress).compareAll();
    }

    private final class Run {
        private final Consumer<List<DriftRow>> pages;
        private final Progress progress;
        private final List<DriftRow> page = new ArrayList<>();
        private final Map<PromptId, VersionLabel> onlyHere = new TreeMap<>();
        private final Map<PromptId, VersionLabel> onlyThere = new TreeMap<>();
        private final List<PromptId> inBoth = new ArrayList<>();
        private long prompts;
        private long equal;

        Run(Consumer<List<DriftRow>> pages, Progress progress) {
            this.pages = pages;
            this.progress = progress;
        }

        DriftSummary compareAll() {
            AllPrompts.forEach(there, summary -> onlyThere.put(summary.id(), summary.head()), progress);
            AllPrompts.forEach(here, this::sort, progress);
            Map<PromptId, Optional<VersionLabel>> mine = new TreeMap<>();
            inBoth.forEach(id -> mine.put(id, Optional.empty()));
            onlyHere.forEach((id, head) -> mine.put(id, Optional.of(head)));
            int total = mine.size() + onlyThere.size();
            for (Map.Entry<PromptId, Optional<VersionLabel>> prompt : mine.entrySet()) {
                if (progress.isCancelled()) {
                    break;
                }
                add(
                        prompt.getValue().isEmpty()
                                ? compare(prompt.getKey())
                                : only(Difference.ONLY_HERE, prompt.getKey(), prompt.getValue(), Optional.empty()),
                        total);
            }
            for (Map.Entry<PromptId, VersionLabel> prompt : onlyThere.entrySet()) {
                if (progress.isCancelled()) {
                    break;
                }
                add(
                        only(
                                Difference.ONLY_THERE, prompt.getKey(), Optional.empty(),
                                Optional.of(prompt.getValue())),
                        total);
            }
            tell(total);
            return new DriftSummary(prompts, equal, progress.isCancelled());
        }

        private void sort(PromptSummary summary) {
            if (onlyThere.remove(summary.id()) != null) {
                inBoth.add(summary.id());
            } else {
                onlyHere.put(summary.id(), summary.head());
            }
        }

        private void add(DriftRow row, int total) {
            prompts++;
            equal += row.isEqual() ? 1 : 0;
            page.add(row);
            if (page.size() >= PAGE) {
                tell(total);
            }
        }

        private void tell(int total) {
            if (!page.isEmpty()) {
                pages.accept(List.copyOf(page));
                page.clear();
            }
            progress.report(total == 0 ? 1 : (double) prompts / total, prompts);
        }
    }

    private DriftRow only(
            Difference difference, PromptId id, Optional<VersionLabel> mine, Optional<VersionLabel> theirs) {
        try {
            refuseDamaged(difference == Difference.ONLY_HERE ? there : here, id);
        } catch (StoreException.Corrupt e) {
            return unreadable(id, e);
        }
        return new DriftRow(id, new TreeSet<>(EnumSet.of(difference)), mine, theirs, List.of());
    }

    /// Compares one prompt that both stores have.
    private DriftRow compare(PromptId id) {
        try {
            List<VersionInfo> mine = here.versions(id).reversed();
            List<VersionInfo> theirs = there.versions(id).reversed();
            refuseDamaged(here, id);
            refuseDamaged(there, id);
            return new PromptDrift(id, mine, theirs, align(mine, theirs)).row();
        } catch (StoreException e) {
            VersionBatch.throwIfAboutTheStore(e);
            return unreadable(id, e);
        }
    }

    private static DriftRow unreadable(PromptId id, StoreException e) {
        return new DriftRow(
                id, new TreeSet<>(EnumSet.of(Difference.UNREADABLE)), Optional.empty(), Optional.empty(),
                List.of(e.sentence()));
    }

    /// What cannot be read may be the same, or may not.
    private static void refuseDamaged(Store store, PromptId id) {
        store.untold(Optional.of(id)).stream().filter(Untold::isDamage).findFirst().ifPresent(damage -> {
            throw damage.problem(store.uri());
        });
    }

    /// By label; by content where a store may have given other labels and more is the same so.
    private Alignment align(List<VersionInfo> mine, List<VersionInfo> theirs) {
        HeldContents mineThere = new HeldContents(here, there);
        HeldContents theirsHere = new HeldContents(there, here);
        Map<Recognition, Alignment> found = new LinkedHashMap<>();
        for (Recognition recognition : Recognition.values()) {
            found.put(
                    recognition,
                    Alignment.of(
                            mine,
                            theirs,
                            recognition,
                            (left, right) -> mineThere.checksum(left, right.checksum()).equals(right.checksum())
                                    || theirsHere.checksum(right, left.checksum()).equals(left.checksum())));
            boolean labelsAreKept = here.can(Capability.CHOOSE_LABEL) && there.can(Capability.CHOOSE_LABEL);
            if (labelsAreKept || found.get(recognition).relation() == Alignment.Relation.EQUAL) {
                return found.get(recognition);
            }
        }
        Alignment byLabel = found.get(Recognition.BY_LABEL);
        Alignment byContent = found.get(Recognition.BY_CONTENT);
        return byContent.same().size() > byLabel.same().size() ? byContent : byLabel;
    }
}
