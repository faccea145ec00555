package stemma.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;

/// Fills a store with a registry of any size that looks like a real one: ids in folders, titles, plain and chat
/// prompts of some 300 to 1,500 characters, an edit from version to version, authors, tags and stages. The same numbers
/// always give the same registry.
public final class GeneratedStore {
    /// How many versions [Shape#longest] has.
    public static final int LONG_HISTORY = 1_000;

    /// A word that stands in the title of one prompt in a thousand, and one in the head's text of as many.
    public static final String RARE_TITLE = "Quarterly";

    public static final String RARE_TEXT = "zeppelin";

    /// Tags from frequent to rare: the first is on one prompt in two, each later one on half as many.
    public static final List<String> TAGS = List.of(
            "reviewed", "launch", "q3", "experiment", "legal", "german", "short", "safety", "beta", "golden");

    /// How many versions are given to the store at a time.
    private static final int AT_ONCE = 2_000;

    private static final Instant START = Instant.parse("2024-01-08T08:00:00Z");
    private static final List<String> FOLDERS = List.of(
            "support", "sales", "legal", "writing", "research", "code", "finance", "people", "product", "ops");
    private static final List<String> AREAS = List.of(
            "greeting", "triage", "summary", "review", "extract", "classify", "translate", "rewrite", "plan", "answer");
    private static final List<String> AUTHORS = List.of("ada", "bob", "chen", "dora", "emil", "fatima",
            "grace", "hugo");
    private static final List<String> WORDS = List.of(
            "the", "customer", "answer", "question", "please", "short", "sentence", "context", "policy", "refund",
            "never", "always", "when", "unsure", "ask", "before", "acting", "tone", "friendly", "precise", "language",
            "reply", "with", "list", "of", "reasons", "and", "a", "final", "verdict", "do", "not", "invent", "facts",
            "quote", "sources", "für", "Grüße", "naïve", "données", "日本語", "step", "by", "think", "about", "edge",
            "cases", "JSON", "object", "fields", "required", "optional", "example", "input", "output", "format");

    private final Store store;
    private final Random random;
    private final List<NewVersion> waiting = new ArrayList<>();
    private final List<Promotion> promotions = new ArrayList<>();
    private final LongConsumer progress;
    private final Shape shape;
    private final boolean choosesLabels;
    private int promotionsLeft;
    private long written;

    /// What the store takes.
    ///
    /// @param separator between a folder and what is in it
    /// @param roles whether a prompt may be a chat
    public record Shape(String separator, boolean roles) {
        public static final Shape USUAL = new Shape("/", true);
        public static final Shape ONE_TEXT = new Shape(".", false);

        /// The prompt of a number from 0; the last one of the store is [#longest].
        public PromptId of(int number) {
            return named(FOLDERS.get(number % 10), AREAS.get(number / 10 % 10), WORDS.get(number / 100 % 30) + "-" + number);
        }

        /// The prompt that has [#LONG_HISTORY] versions.
        public PromptId longest() {
            return named("support", "long-history");
        }

        /// An id of these parts.
        public PromptId named(String... parts) {
            return new PromptId(String.join(separator, parts));
        }
    }

    private GeneratedStore(Store store, Shape shape, int mostPromotions, long seed, LongConsumer progress) {
        this.store = store;
        this.shape = shape;
        this.choosesLabels = store.can(Capability.CHOOSE_LABEL);
        this.promotionsLeft = mostPromotions;
        this.random = new Random(seed);
        this.progress = progress;
    }

    /// Fills an empty store.
    ///
    /// @param prompts how many, at least 2
    /// @param versions how many in all: `prompts` and [#LONG_HISTORY] at least
    /// @param progress is told now and then how many versions are written
    public static void fill(Store store, int prompts, int versions, LongConsumer progress) {
        fill(store, Shape.USUAL, prompts, versions, Integer.MAX_VALUE, progress);
    }

    /// Fills an empty store.
    ///
    /// @param mostPromotions after so many promotions there are no more
    public static void fill(
            Store store, Shape shape, int prompts, int versions, int mostPromotions, LongConsumer progress) {
        new GeneratedStore(store, shape, mostPromotions, 42, progress).fill(prompts, versions);
    }

    private void fill(int prompts, int versions) {
        prompt(shape.longest(), prompts - 1, LONG_HISTORY);
        int left = versions - LONG_HISTORY;
        for (int number = 0; number < prompts - 1; number++) {
            int mean = left / (prompts - 1 - number);
            boolean last = number == prompts - 2;
            int count = last ? left : Math.max(1, Math.min(mean + random.nextInt(-mean / 2, mean / 2 + 1), left));
            prompt(shape.of(number), number, count);
            left -= count;
        }
        flush();
    }

    private void prompt(PromptId id, int number, int count) {
        List<Message> messages = firstMessages(number);
        Instant time = START.plus(Duration.ofMinutes(number * 9L));
        Optional<VersionLabel> base = Optional.empty();
        String title = title(number);
        List<VersionLabel> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            VersionLabel wanted = base.map(before -> before.next(step())).orElse(VersionLabel.FIRST);
            VersionLabel label = choosesLabels ? wanted : new VersionLabel(Integer.toString(i + 1));
            Content content = new Content(
                    title,
                    i % 3 == 0 ? "" : "Prompt " + number + ", owned by " + FOLDERS.get(number % 10) + ".",
                    Content.DEFAULT_SYNTAX,
                    messages,
                    List.of(),
                    List.of(),
                    Json.parseObject("{\"model\": \"large\", \"temperature\": 0." + random.nextInt(10) + "}"),
                    Json.Object.EMPTY);
            String author = AUTHORS.get(random.nextInt(AUTHORS.size()));
            append(new NewVersion(
                    id, base, label, content, author, "Change " + i, tags(number, i == count - 1), Optional.of(time)));
            labels.add(label);
            base = Optional.of(label);
            time = time.plus(Duration.ofMinutes(random.nextInt(5, 20_000)));
            messages = edited(messages);
        }
        promotions(id, number, labels, time);
    }

    private VersionLabel.Step step() {
        int chance = random.nextInt(20);
        return chance == 0
                ? VersionLabel.Step.MAJOR
                : chance < 6 ? VersionLabel.Step.MINOR : VersionLabel.Step.PATCH;
    }

    private static String title(int number) {
        String area = AREAS.get(number / 10 % 10);
        return area.substring(0, 1).toUpperCase() + area.substring(1) + " for " + FOLDERS.get(number % 10)
                + (number % 1000 == 7 ? ", " + RARE_TITLE : "") + ", no. " + number;
    }

    private List<Message> firstMessages(int number) {
        String rare = number % 1000 == 11 ? RARE_TEXT + " " : "";
        String text = rare + "You are {{persona}}. " + words(random.nextInt(40, 200)) + "\n{{question}}";
        return number % 3 == 0 || !shape.roles()
                ? List.of(Message.plain(text))
                : List.of(new Message("system", text), new Message("user", "{{question}} " + words(10)));
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(i % 12 == 11 ? ".\n" : " ");
        }
        return text.toString();
    }

    /// The first message with a few words changed.
    private List<Message> edited(List<Message> messages) {
        Message first = messages.getFirst();
        String text = first.text();
        int at = text.indexOf(' ', random.nextInt(text.length() / 2, text.length() - 1));
        String edited = at < 0 ? text : text.substring(0, at) + " " + words(1) + text.substring(at + 1);
        List<Message> changed = new ArrayList<>(messages);
        changed.set(0, new Message(first.role(), edited.length() > 1500 ? edited.substring(0, 700) : edited));
        return changed;
    }

    /// One to three on the head of each prompt, none before it.
    private Set<String> tags(int number, boolean isHead) {
        Set<String> tags = new TreeSet<>();
        if (isHead) {
            tags.add(TAGS.get(Math.min(Integer.numberOfTrailingZeros(number + 1), TAGS.size() - 1)));
            if (number % 3 > 0) {
                tags.add("team-" + number % 25);
            }
            if (number % 3 > 1) {
                tags.add("year-" + (2020 + number % 7));
            }
        }
        return tags;
    }

    private void promotions(PromptId id, int number, List<VersionLabel> labels, Instant time) {
        Act act = new Act("ada", "Tested.", Optional.of(time));
        if (number % 10 < 6 && promotionsLeft-- > 0) {
            VersionLabel label = labels.get(Math.max(0, labels.size() - 2));
            promotions.add(new Promotion(id, Stage.PRODUCTION, Optional.empty(), Optional.of(label), act));
        }
        if (number % 10 < 2 && promotionsLeft-- > 0) {
            promotions.add(new Promotion(id, Stage.STAGING, Optional.empty(), Optional.of(labels.getLast()), act));
        }
    }

    private void append(NewVersion version) {
        waiting.add(version);
        if (waiting.size() >= AT_ONCE) {
            flush();
        }
    }

    private void flush() {
        store.appendAll(waiting);
        written += waiting.size();
        waiting.clear();
        progress.accept(written);
        List<Promotion> ready = List.copyOf(promotions);
        promotions.clear();
        // Together, since a store may force what waits together at once.
        List<Future<?>> promoted = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(32, Thread.ofVirtual().factory())) {
            ready.forEach(promotion -> promoted.add(threads.submit(() -> store.promote(promotion))));
        }
        promoted.forEach(GeneratedStore::refuseFailed);
    }

    private static void refuseFailed(Future<?> done) {
        if (done.state() == Future.State.FAILED) {
            throw new IllegalStateException("a promotion failed", done.exceptionNow());
        }
    }
}
