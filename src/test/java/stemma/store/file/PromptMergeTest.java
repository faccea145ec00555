package stemma.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import stemma.prompt.PromptId;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Side;

/// What becomes of the files of one prompt that two sides changed.
class PromptMergeTest {
    private static final PromptId PROMPT = new PromptId("greeting");

    private static PromptMerge.Files files(String... namesAndTexts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new PromptMerge.Files(files, true);
    }

    private static PromptMerge.Result merge(PromptMerge.Files base, PromptMerge.Files here, PromptMerge.Files there) {
        return PromptMerge.merge(PROMPT, base, here, there, Map.of());
    }

    private static Map<String, String> texts(PromptMerge.Result result) {
        assertThat(result.clashes()).isEmpty();
        Map<String, String> texts = new TreeMap<>();
        result.files().files().forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    @Test
    void theSideThatChangedAloneIsTakenToTheByte() {
        PromptMerge.Files base = files("v1.0.0.md", "one", "stages.txt", "production: 1.0.0");
        PromptMerge.Files changed = files("v1.0.0.md", "one", "stages.txt", "# ours\nproduction:1.0.0\n");
        assertThat(texts(merge(base, base, changed))).containsEntry("stages.txt", "# ours\nproduction:1.0.0\n");
        assertThat(texts(merge(base, changed, base))).containsEntry("stages.txt", "# ours\nproduction:1.0.0\n");
    }

    @Test
    void versionsOfBothSidesStandSideBySideAndTheLinkLeadsToTheNewest() {
        PromptMerge.Files base = files("v1.0.0.md", "one", "latest.md", "v1.0.0.md");
        assertThat(texts(merge(
                        base,
                        files("v1.0.0.md", "one", "v1.1.0.md", "here", "latest.md", "v1.1.0.md"),
                        files("v1.0.0.md", "one", "v1.2.0.md", "there", "latest.md", "v1.2.0.md"))))
                .isEqualTo(Map.of("v1.0.0.md", "one", "v1.1.0.md", "here", "v1.2.0.md", "there", "latest.md",
                        "v1.2.0.md"));
    }

    @Test
    void twoPromptsMadeOnTheirOwnUnderOneIdBecomeOne() {
        assertThat(texts(merge(
                        PromptMerge.Files.NONE, files("v1.0.0.md", "same", "v1.1.0.md", "a"), files("v1.0.0.md", "same"))))
                .containsOnlyKeys("v1.0.0.md", "v1.1.0.md");
    }

    @Test
    void tagsAreAddedAndRemovedAsOnEitherSide() {
        PromptMerge.Files base = files("v1.0.0.md", "one", "tags.txt", "1.0.0: a, b\n");
        assertThat(texts(merge(
                        base,
                        files("v1.0.0.md", "one", "tags.txt", "1.0.0: a, b, c\n"),
                        files("v1.0.0.md", "one", "tags.txt", "1.0.0: b\n"))))
                .containsEntry("tags.txt", "1.0.0: b, c\n");
        assertThat(texts(merge(base, files("v1.0.0.md", "one"), files("v1.0.0.md", "one", "tags.txt", "1.0.0: a, b, d\n"))))
                .containsEntry("tags.txt", "1.0.0: d\n");
    }

    @Test
    void historiesBecomeOneByTimeAndNoLineStandsTwice() {
        String first = "{\"at\": \"2026-01-01T00:00:00Z\", \"prompt\": \"greeting\", \"stage\": \"a\", \"to\": \"1.0.0\"}\n";
        String second = first.replace("2026-01-01", "2026-01-02");
        String third = first.replace("2026-01-01", "2026-01-03");
        assertThat(texts(merge(
                        files("v1.0.0.md", "one", "history.jsonl", first),
                        files("v1.0.0.md", "one", "history.jsonl", first + third),
                        files("v1.0.0.md", "one", "history.jsonl", first + second))))
                .containsEntry("history.jsonl", first + second + third);
    }

    @Test
    void whatCannotBeReadIsNotRewritten() {
        PromptMerge.Files base = files("v1.0.0.md", "one", "stages.txt", "production: 1.0.0\n");
        PromptMerge.Files here = files("v1.0.0.md", "one", "v1.1.0.md", "two", "stages.txt", "production: 1.0.0\n");
        PromptMerge.Files broken = files("v1.0.0.md", "one", "stages.txt", "production = 1.0.0\n");
        assertThat(texts(merge(base, here, broken))).containsEntry("stages.txt", "production = 1.0.0\n");
        PromptMerge.Files alsoChanged = files("v1.0.0.md", "one", "stages.txt", "staging: 1.0.0\n");
        PromptMerge.Result clashing = merge(base, alsoChanged, broken);
        assertThat(clashing.clashes()).extracting(Clash::kind).containsExactly(Clash.Kind.FILE);
        PromptMerge.Result chosen =
                PromptMerge.merge(PROMPT, base, alsoChanged, broken, Map.of(clashing.clashes().getFirst(), Side.THERE));
        assertThat(texts(chosen)).containsEntry("stages.txt", "production = 1.0.0\n");
    }

    @Test
    void aLatestFileOfSomebodyElseIsNoLink() {
        PromptMerge.Files base = files("v1.0.0.md", "one", "latest.md", "# A copy\n");
        assertThat(texts(merge(
                        base,
                        files("v1.0.0.md", "one", "v1.1.0.md", "two", "latest.md", "# A copy\n"),
                        files("v1.0.0.md", "one", "latest.md", "# Another copy\n"))))
                .containsEntry("latest.md", "# Another copy\n");
    }

    @Test
    void bothVersionsOfOneLabelAreKeptWithTheirPointers() {
        PromptMerge.Files base = files("v1.0.0.md", "one");
        PromptMerge.Files here =
                files("v1.0.0.md", "one", "v1.1.0.md", "here", "stages.txt", "production: 1.1.0\n", "tags.txt", "1.1.0: x\n");
        PromptMerge.Files there = files("v1.0.0.md", "one", "v1.1.0.md", "there", "v1.1.1.md", "more");
        Clash clash = merge(base, here, there).clashes().getFirst();
        assertThat(texts(PromptMerge.merge(PROMPT, base, here, there, Map.of(clash, Side.BOTH))))
                .isEqualTo(Map.of(
                        "v1.0.0.md", "one",
                        "v1.1.0.md", "there",
                        "v1.1.1.md", "more",
                        "v1.1.2.md", "here",
                        "stages.txt", "production: 1.1.2\n",
                        "tags.txt", "1.1.2: x\n"));
    }
}
