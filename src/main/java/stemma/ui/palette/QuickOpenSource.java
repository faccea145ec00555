package stemma.ui.palette;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.registry.Catalogue;
import stemma.settings.Setting;
import stemma.store.Store;
import stemma.ui.common.Messages;

/// The prompts, versions and tags of a store. Prompts come from the catalogue, which is in memory; versions are read from
/// the store, and only those of the few prompts that fit best.
public final class QuickOpenSource implements PaletteSource {
    /// How many rows are found at most.
    static final int MOST = 60;
    /// So many prompts are asked for their versions.
    private static final int LOOKED_INTO = 4;

    private static final int CHECK_EVERY = 2_000;

    private final Catalogue catalogue;
    private final Store store;
    private final Target target;
    private @Nullable List<Entry> entries;

    /// What is done with what was found, on the FX thread.
    public interface Target {
        void open(PromptId prompt);

        void open(PromptId prompt, VersionLabel version);

        /// Narrows the list of prompts to those with a tag.
        void narrow(String tag);
    }

    private record Entry(PromptSummary summary, String text) {
        static Entry of(PromptSummary summary) {
            return new Entry(summary, Fuzzy.lower(summary.id().value() + "\n" + summary.title()));
        }
    }

    /// @param age how many others were opened since
    private record Hit(Entry entry, int score, int age) {
        static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::score)
                .reversed()
                .thenComparingInt(Hit::age)
                .thenComparing(hit -> hit.entry().text().length())
                .thenComparing(hit -> hit.entry().summary().id());
    }

    public QuickOpenSource(Catalogue catalogue, Store store, Target target) {
        this.catalogue = catalogue;
        this.store = store;
        this.target = target;
    }

    @Override
    public String hint() {
        return Messages.text("palette.open.hint");
    }

    @Override
    public Setting<List<String>> recentlyUsed() {
        return Setting.texts("quickOpen " + store.uri());
    }

    /// The prompts as they were when the first search began: a palette is open for seconds.
    private synchronized List<Entry> entries() {
        if (entries == null) {
            entries = catalogue.list(Catalogue.Filter.NONE, Catalogue.Order.ID).stream()
                    .map(Entry::of)
                    .toList();
        }
        return entries;
    }

    @Override
    public List<PaletteRow> find(String typed, List<String> recent, BooleanSupplier isCancelled) {
        Typed wanted = Typed.of(typed);
        Fuzzy words = Fuzzy.of(wanted.words());
        List<Hit> hits = best(wanted, words, recent, isCancelled);
        List<PaletteRow> rows = new ArrayList<>();
        if (wanted.words().isEmpty() && wanted.version().isEmpty()) {
            wanted.tags().forEach(tag -> addTags(tag, rows));
            if (wanted.tags().contains("")) {
                // Every prompt with any tag would come below, of which nobody typed a letter.
                return rows.subList(0, Math.min(MOST, rows.size()));
            }
        } else if (wanted.version().isPresent() || !wanted.tags().isEmpty()) {
            addVersions(hits, wanted, words, rows, isCancelled);
        }
        if (wanted.version().isEmpty()) {
            addPrompts(hits, words, rows);
        } else if (wanted.mayBeWord()) {
            Typed asWords = wanted.withoutVersion();
            Fuzzy allWords = Fuzzy.of(asWords.words());
            addPrompts(best(asWords, allWords, recent, isCancelled), allWords, rows);
        }
        return rows.subList(0, Math.min(MOST, rows.size()));
    }

    private List<Hit> best(Typed wanted, Fuzzy words, List<String> recent, BooleanSupplier isCancelled) {
        Map<String, Integer> ages = new HashMap<>();
        recent.forEach(id -> ages.put(id, ages.size()));
        PriorityQueue<Hit> best = new PriorityQueue<>(Hit.BEST_FIRST.reversed());
        int seen = 0;
        for (Entry entry : entries()) {
            if (++seen % CHECK_EVERY == 0 && isCancelled.getAsBoolean()) {
                return List.of();
            }
            OptionalInt score = words.score(entry.text());
            if (score.isPresent() && hasTags(entry.summary().tags(), wanted)) {
                int age = ages.getOrDefault(entry.summary().id().value(), ages.size());
                best.add(new Hit(entry, score.getAsInt(), age));
                if (best.size() > MOST) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted(Hit.BEST_FIRST).toList();
    }

    private static boolean hasTags(Iterable<String> tags, Typed wanted) {
        for (String beginning : wanted.tags()) {
            boolean found = false;
            for (String tag : tags) {
                found |= Fuzzy.lower(tag).startsWith(beginning);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private void addTags(String typed, List<PaletteRow> rows) {
        catalogue.tags().forEach((tag, count) -> {
            if (Fuzzy.lower(tag).startsWith(typed)) {
                BitSet marks = new BitSet();
                marks.set(0, typed.length() + 1);
                String detail = Messages.text("palette.tagged", count);
                rows.add(new PaletteRow("", "#" + tag, marks, detail, "", () -> target.narrow(tag)));
            }
        });
    }

    private void addPrompts(List<Hit> hits, Fuzzy words, List<PaletteRow> rows) {
        for (Hit hit : hits) {
            PromptSummary prompt = hit.entry().summary();
            PromptId id = prompt.id();
            String head = prompt.head().value();
            rows.add(new PaletteRow(
                    id.value(),
                    id.value(),
                    words.places(hit.entry().text()),
                    prompt.title().isEmpty() ? head : prompt.title() + " · " + head,
                    "",
                    () -> target.open(id)));
        }
    }

    /// Versions of the prompts that fit best. A stage is known without asking the store.
    private void addVersions(
            List<Hit> hits, Typed wanted, Fuzzy words, List<PaletteRow> rows, BooleanSupplier isCancelled) {
        for (int i = 0; i < hits.size() && !isCancelled.getAsBoolean(); i++) {
            Hit hit = hits.get(i);
            PromptSummary prompt = hit.entry().summary();
            BitSet marks = words.places(hit.entry().text());
            if (i < LOOKED_INTO) {
                for (VersionInfo version : store.versions(prompt.id())) {
                    if (fits(version, wanted)) {
                        rows.add(row(prompt.id(), version.label(), marks, detail(version)));
                    }
                }
            } else if (wanted.tags().isEmpty() && !wanted.mayBeWord()) {
                prompt.stages().forEach((stage, label) -> {
                    if (stage.name().startsWith(wanted.version().orElseThrow())) {
                        rows.add(row(prompt.id(), label, marks, stage.name()));
                    }
                });
            }
        }
    }

    private static boolean fits(VersionInfo version, Typed wanted) {
        boolean isWanted = wanted.version()
                .map(beginning -> Fuzzy.lower(version.label().value()).startsWith(beginning)
                        || (!wanted.mayBeWord()
                                && version.stages().stream()
                                        .anyMatch(stage -> stage.name().startsWith(beginning))))
                .orElse(true);
        return isWanted && hasTags(version.tags(), wanted);
    }

    private PaletteRow row(PromptId prompt, VersionLabel label, BitSet marks, String detail) {
        String text = prompt.value() + " " + label.value();
        return new PaletteRow(prompt.value(), text, marks, detail, "", () -> target.open(prompt, label));
    }

    private static String detail(VersionInfo version) {
        List<String> parts = new ArrayList<>();
        new TreeSet<>(version.stages()).reversed().stream().map(Stage::name).forEach(parts::add);
        version.tags().forEach(tag -> parts.add("#" + tag));
        parts.add(version.message());
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
