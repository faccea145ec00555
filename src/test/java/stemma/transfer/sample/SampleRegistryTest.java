package stemma.transfer.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.HistoryEntry;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.Message;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Variable;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Opening;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;

class SampleRegistryTest {
    private static final Instant NOW = Instant.parse("2026-06-15T14:30:00Z");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*}}");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Store store = new MemoryStoreDriver().open(StoreUri.of("memory", "sample"), Opening.at(clock));

    @BeforeEach
    void fill() {
        SampleRegistry.fill(store, clock);
    }

    @Test
    void thereAreTenPromptsWithThreeToSixVersions() {
        assertThat(store.count().prompts()).isEqualTo(10);
        assertThat(prompts()).allSatisfy(prompt -> {
            assertThat(prompt.versionCount()).isBetween(3, 6);
            assertThat(prompt.title()).isNotBlank();
            assertThat(prompt.tags()).isNotEmpty();
        });
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void thereAreChatsAndPlainPromptsAndSeveralAuthors() {
        Set<String> authors = new HashSet<>();
        int plain = 0;
        for (VersionInfo version : versions()) {
            authors.add(version.author());
            assertThat(version.message()).isNotBlank();
            plain += content(version).isPlain() ? 1 : 0;
        }
        assertThat(authors).hasSizeGreaterThanOrEqualTo(4);
        assertThat(plain).isBetween(10, 20);
    }

    @Test
    void everyVariableOfATextIsDeclaredAndEveryDeclaredOneUsed() {
        for (VersionInfo version : versions()) {
            Content content = content(version);
            Set<String> used = new TreeSet<>();
            for (Message message : content.messages()) {
                Matcher matcher = VARIABLE.matcher(message.text());
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
            assertThat(content.variables())
                    .as("%s %s", version.prompt(), version.label())
                    .extracting(Variable::name)
                    .containsExactlyInAnyOrderElementsOf(used);
            assertThat(content.variables()).allSatisfy(variable -> assertThat(variable.description()).isNotBlank());
        }
    }

    @Test
    void everyVersionDiffersFromTheOneBeforeAndFollowsIt() {
        for (PromptSummary prompt : prompts()) {
            List<VersionInfo> oldestFirst = store.versions(prompt.id()).reversed();
            for (int i = 1; i < oldestFirst.size(); i++) {
                VersionInfo before = oldestFirst.get(i - 1);
                VersionInfo version = oldestFirst.get(i);
                assertThat(version.checksum()).isNotEqualTo(before.checksum());
                assertThat(version.createdAt()).isAfter(before.createdAt());
                assertThat(version.label()).isGreaterThan(before.label());
            }
        }
    }

    @Test
    void timesAreSpreadOverTheLastMonths() {
        assertThat(versions()).extracting(VersionInfo::createdAt)
                .allSatisfy(at -> assertThat(at).isBetween(NOW.minus(Duration.ofDays(180)), NOW));
        assertThat(versions()).extracting(VersionInfo::createdAt)
                .anySatisfy(at -> assertThat(at).isAfter(NOW.minus(Duration.ofDays(8))));
    }

    @Test
    void everyPromptIsInProductionAndHasACandidateInStaging() {
        assertThat(prompts()).allSatisfy(prompt ->
                assertThat(prompt.stages()).containsKeys(Stage.STAGING, Stage.PRODUCTION));
    }

    @Test
    void noVersionIsMovedBeforeItWasSaved() {
        for (HistoryEntry entry : store.history(Optional.empty(), 0, 1_000).items()) {
            StageMoved moved = (StageMoved) entry;
            assertThat(moved.at())
                    .isAfter(store.get(moved.prompt(), moved.to().orElseThrow()).info().createdAt());
        }
    }

    @Test
    void historyHoldsRollbacksWithTheirReasons() {
        Map<String, VersionLabel> production = new HashMap<>();
        long rollbacks = 0;
        for (HistoryEntry entry : store.history(Optional.empty(), 0, 1_000).items().reversed()) {
            StageMoved moved = (StageMoved) entry;
            if (moved.stage().equals(Stage.PRODUCTION)) {
                VersionLabel to = moved.to().orElseThrow();
                VersionLabel before = production.put(moved.prompt().value(), to);
                if (before != null && to.compareTo(before) < 0) {
                    rollbacks++;
                    assertThat(moved.why()).startsWith("Rolled back: ");
                }
            }
        }
        assertThat(rollbacks).isEqualTo(2);
    }

    private List<PromptSummary> prompts() {
        return store.list(Query.all()).items();
    }

    private List<VersionInfo> versions() {
        return prompts().stream().flatMap(prompt -> store.versions(prompt.id()).stream()).toList();
    }

    private Content content(VersionInfo version) {
        return store.get(version.prompt(), version.label()).content();
    }
}
