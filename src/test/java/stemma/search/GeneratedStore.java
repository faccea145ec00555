package stemma.search;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import stemma.prompt.Content;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.Health;
import stemma.store.NewVersion;
import stemma.store.Page;
import stemma.store.Promotion;
import stemma.store.Query;
import stemma.store.Statistics;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Subscription;

/// As many prompts and versions as one likes, made when they are read: measures an index without a store's own time.
/// The words of a text are as unevenly common as those of a language.
final class GeneratedStore implements Store {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final String[] SYLLABLES = {
        "ba", "con", "der", "est", "fi", "gra", "hol", "in", "jo", "ka", "lim", "mo", "nor", "ope", "pro", "qua", "re",
        "sta", "tion", "un", "ver", "wil", "ex", "yan", "zo", "thu", "sh", "ling", "ment", "ous"
    };
    private static final int VOCABULARY = 30_000;
    private static final String[] WORDS = words();

    private final int prompts;
    private final int versionsEach;
    private final int wordsEach;

    GeneratedStore(int prompts, int versionsEach, int wordsEach) {
        this.prompts = prompts;
        this.versionsEach = versionsEach;
        this.wordsEach = wordsEach;
    }

    private static String[] words() {
        Random random = new Random(1);
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < VOCABULARY) {
            StringBuilder word = new StringBuilder();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
        return words.toArray(String[]::new);
    }

    /// The n-th word by frequency is about n times as rare as the first.
    static String word(Random random) {
        return WORDS[(int) Math.exp(random.nextDouble() * Math.log(VOCABULARY)) - 1];
    }

    static String rareWord(Random random) {
        return WORDS[VOCABULARY / 2 + random.nextInt(VOCABULARY / 2)];
    }

    private static PromptId id(int prompt) {
        return new PromptId(String.format("folder%03d/prompt-%06d", prompt % 500, prompt));
    }

    private static int number(PromptId id) {
        return Integer.parseInt(id.value().substring(id.value().length() - 6));
    }

    private static VersionLabel label(int version) {
        return new VersionLabel("1." + version + ".0");
    }

    private static int number(VersionLabel label) {
        return Integer.parseInt(label.value().substring(2, label.value().length() - 2));
    }

    @Override
    public Version get(PromptId prompt, VersionLabel label) {
        Random random = new Random(number(prompt));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < wordsEach; i++) {
            text.append(word(random)).append(i % 12 == 11 ? ".\n" : " ");
        }
        Random changes = new Random(number(prompt) * 1_000L + number(label));
        for (int i = 0; i < 10; i++) {
            text.append(word(changes)).append(' ');
        }
        text.append("{{").append(word(changes)).append("}}");
        String title = WORDS[number(prompt) % 9_999];
        return new Version(info(prompt, number(label)), Content.plain(text.toString()).withTitle(title));
    }

    private VersionInfo info(PromptId prompt, int version) {
        return new VersionInfo(
                prompt, label(version), Optional.empty(), prompt + " " + version, "author" + version % 7, "",
                START.plusSeconds(version), new TreeSet<>(), new TreeSet<>());
    }

    @Override
    public List<VersionInfo> versions(PromptId prompt) {
        return IntStream.range(0, versionsEach)
                .mapToObj(version -> info(prompt, versionsEach - 1 - version))
                .toList();
    }

    private PromptSummary summary(int prompt) {
        return new PromptSummary(
                id(prompt), WORDS[prompt % 9_999], label(versionsEach - 1), versionsEach, new TreeMap<>(),
                new TreeSet<>(), START, "author");
    }

    @Override
    public Page<PromptSummary> list(Query query) {
        List<PromptSummary> items = IntStream.range(query.offset(), Math.min(prompts, query.offset() + query.limit()))
                .mapToObj(this::summary)
                .toList();
        return new Page<>(items, query.offset(), prompts);
    }

    @Override
    public Optional<PromptSummary> find(PromptId prompt) {
        return Optional.of(summary(number(prompt)));
    }

    @Override
    public StoreUri uri() {
        return StoreUri.of("generated", "");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public Statistics count() {
        return new Statistics(prompts, (long) prompts * versionsEach, OptionalLong.empty(), Optional.empty());
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        return () -> {};
    }

    @Override
    public Health check() {
        return new Health(false, List.of());
    }

    @Override
    public Optional<Version> inStage(PromptId prompt, Stage stage) {
        return Optional.empty();
    }

    @Override
    public VersionInfo append(NewVersion version) {
        throw new StoreException.Unsupported(uri(), Capability.APPEND);
    }

    @Override
    public HistoryEntry.StageMoved promote(Promotion promotion) {
        throw new StoreException.Unsupported(uri(), Capability.PROMOTE);
    }

    @Override
    public VersionInfo setTags(PromptId prompt, VersionLabel label, Set<String> tags) {
        throw new StoreException.Unsupported(uri(), Capability.TAG);
    }

    @Override
    public void deleteVersion(PromptId prompt, VersionLabel label, Act act) {
        throw new StoreException.Unsupported(uri(), Capability.DELETE);
    }

    @Override
    public void deletePrompt(PromptId prompt, Act act) {
        throw new StoreException.Unsupported(uri(), Capability.DELETE);
    }

    @Override
    public void rename(PromptId prompt, PromptId newId, Act act) {
        throw new StoreException.Unsupported(uri(), Capability.RENAME);
    }

    @Override
    public Page<HistoryEntry> history(Optional<PromptId> prompt, int offset, int limit) {
        throw new StoreException.Unsupported(uri(), Capability.HISTORY);
    }

    @Override
    public void close() {}
}
