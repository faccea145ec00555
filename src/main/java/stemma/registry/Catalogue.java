package stemma.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Page;
import stemma.store.Query;
import stemma.store.Store;

/// Every prompt of a store as its list shows it, in memory, so that filtering and sorting a hundred thousand prompts
/// takes milliseconds whatever the store. Filled page by page; brought up to date one prompt at a time. Safe for
/// concurrent use.
public final class Catalogue {
    private static final int PAGE = 5_000;

    private final Store store;
    private final Map<PromptId, Entry> entries = new ConcurrentSkipListMap<>();
    /// How many prompts use a tag or a stage; guarded by this object.
    private final Map<String, Integer> tagCounts = new HashMap<>();
    private final Map<Stage, Integer> stageCounts = new HashMap<>();
    /// Tags, stages, labels and authors that many prompts have in common, kept once; guarded by this object.
    private final Map<Object, Object> shared = new HashMap<>();

    /// A summary with the text that the filter looks into, in lower case.
    private record Entry(PromptSummary summary, String haystack) {
        static Entry of(PromptSummary summary) {
            StringBuilder text = new StringBuilder(summary.id().value()).append('\n').append(summary.title());
            summary.tags().forEach(tag -> text.append('\n').append(tag));
            return new Entry(summary, text.toString().toLowerCase(Locale.ROOT));
        }
    }

    /// How a list is sorted; ties by id.
    public enum Order {
        ID,
        TITLE,
        /// By the time the head was saved, newest first.
        NEWEST
    }

    /// What a list is narrowed to.
    ///
    /// @param words each is found in the id, the title or a tag, whatever the case
    /// @param stage held by one of the versions
    /// @param tags every one on some version
    /// @param byText prompts whose text matches the words, found by the search index; they are listed even when
    ///     id, title and tags do not hold the words
    public record Filter(List<String> words, Optional<Stage> stage, SortedSet<String> tags, Set<PromptId> byText) {
        public static final Filter NONE = new Filter(List.of(), Optional.empty(), new TreeSet<>(), Set.of());

        /// The words of a typed text, in lower case.
        public static List<String> words(String typed) {
            return List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        /// Whether everything passes.
        public boolean isNone() {
            return words.isEmpty() && stage.isEmpty() && tags.isEmpty();
        }
    }

    public Catalogue(Store store) {
        this.store = store;
    }

    /// Reads the store's first page only: what the first frame needs.
    ///
    /// @return whether that was all
    public boolean loadFirstPage() {
        Page<PromptSummary> page = store.list(Query.all());
        page.items().forEach(this::put);
        return page.isLast();
    }

    /// Reads everything, forgets what is gone.
    ///
    /// @param isCancelled asked between pages
    public void reload(BooleanSupplier isCancelled) {
        Set<PromptId> gone = new TreeSet<>(entries.keySet());
        int offset = 0;
        while (!isCancelled.getAsBoolean()) {
            Page<PromptSummary> page = store.list(Query.all().withPage(offset, PAGE));
            for (PromptSummary summary : page.items()) {
                put(summary);
                gone.remove(summary.id());
            }
            offset += page.items().size();
            if (page.isLast() || page.items().isEmpty()) {
                gone.forEach(id -> refresh(id));
                return;
            }
        }
    }

    /// Reads one prompt again.
    public void refresh(PromptId prompt) {
        store.find(prompt).ifPresentOrElse(this::put, () -> remove(prompt));
    }

    private synchronized void put(PromptSummary summary) {
        // In one step: who lists meanwhile must not miss a prompt that is only read again.
        Entry old = entries.put(summary.id(), Entry.of(sharing(summary)));
        if (old != null) {
            count(old.summary(), -1);
        }
        count(summary, 1);
    }

    /// The same summary, without words of its own that another one has too.
    private PromptSummary sharing(PromptSummary summary) {
        SortedMap<Stage, VersionLabel> stages = new TreeMap<>();
        summary.stages().forEach((stage, label) -> stages.put(share(stage), share(label)));
        SortedSet<String> tags = new TreeSet<>();
        summary.tags().forEach(tag -> tags.add(share(tag)));
        return new PromptSummary(
                summary.id(),
                summary.title(),
                share(summary.head()),
                summary.versionCount(),
                stages,
                tags,
                summary.changedAt(),
                share(summary.author()));
    }

    @SuppressWarnings("unchecked")
    private <T> T share(T value) {
        return (T) shared.computeIfAbsent(value, _ -> value);
    }

    private synchronized void remove(PromptId prompt) {
        Entry old = entries.remove(prompt);
        if (old != null) {
            count(old.summary(), -1);
        }
    }

    private void count(PromptSummary summary, int change) {
        summary.tags().forEach(tag -> tagCounts.merge(tag, change, Catalogue::sum));
        summary.stages().keySet().forEach(stage -> stageCounts.merge(stage, change, Catalogue::sum));
    }

    /// Nothing instead of zero, so that the map forgets.
    private static @Nullable Integer sum(int count, int change) {
        return count + change == 0 ? null : count + change;
    }

    /// How many prompts are known so far.
    public int size() {
        return entries.size();
    }

    /// What is known of a prompt; empty while it is not read yet.
    public Optional<PromptSummary> find(PromptId prompt) {
        return Optional.ofNullable(entries.get(prompt)).map(Entry::summary);
    }

    /// The prompts that pass, sorted.
    public List<PromptSummary> list(Filter filter, Order order) {
        List<PromptSummary> found = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (passes(entry, filter)) {
                found.add(entry.summary());
            }
        }
        switch (order) {
            case ID -> {}
            case TITLE ->
                found.sort(Comparator.comparing(
                                (PromptSummary summary) -> summary.title().isEmpty()
                                        ? summary.id().name()
                                        : summary.title(),
                                String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(PromptSummary::id));
            case NEWEST ->
                found.sort(Comparator.comparing(PromptSummary::changedAt)
                        .reversed()
                        .thenComparing(PromptSummary::id));
        }
        return found;
    }

    private static boolean passes(Entry entry, Filter filter) {
        PromptSummary summary = entry.summary();
        if (filter.stage().isPresent() && !summary.stages().containsKey(filter.stage().get())) {
            return false;
        }
        if (!filter.tags().isEmpty() && !summary.tags().containsAll(filter.tags())) {
            return false;
        }
        for (String word : filter.words()) {
            if (!entry.haystack().contains(word)) {
                return filter.byText().contains(summary.id());
            }
        }
        return true;
    }

    /// Every tag in use with how many prompts use it, by name.
    public synchronized Map<String, Integer> tags() {
        Map<String, Integer> counts =
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
        counts.putAll(tagCounts);
        return counts;
    }

    /// Every stage in use, and always staging and production.
    public synchronized SortedSet<Stage> stages() {
        SortedSet<Stage> stages = new TreeSet<>(List.of(Stage.STAGING, Stage.PRODUCTION));
        stages.addAll(stageCounts.keySet());
        return stages;
    }
}
