package stemma.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;

class IdRulesTest extends FolderFixture {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "con", "a/NUL.txt", "Aux", "com1", "lpt³", "nul .x", "a<b", "a>b", "a:b", "a\"b", "a\\b", "a|b", "a?b",
                "a*b", "end.", "a./b", ".hidden", "a/.git/b", ".stemma", "v1.0.0.md", "a/V1.MD", "latest.md",
                "Stages.TXT", "tags.txt/x", "history.jsonl", "git~1", "STEMMA~1", "\u200Dcon", "\u200B.git"
            })
    void idsThatSomeSystemCannotHoldAreInvalid(String id) throws Exception {
        Store store = open();
        assertThatThrownBy(() -> append(store, new PromptId(id), "", "1.0.0", "x"))
                .isInstanceOf(StoreException.Invalid.class)
                .hasMessageContaining("prompt id");
        append(store, GREETING, "", "1.0.0", "x");
        assertThatThrownBy(() -> store.rename(GREETING, new PromptId(id), Act.by("", "")))
                .isInstanceOf(StoreException.Invalid.class);
        assertThat(ids(store)).containsExactly("support/greeting");
    }

    @Test
    void aNameOfMoreThan255BytesIsInvalid() {
        Store store = open();
        append(store, new PromptId("ä".repeat(127)), "", "1.0.0", "x");
        assertThatThrownBy(() -> append(store, new PromptId("ä".repeat(128)), "", "1.0.0", "x"))
                .isInstanceOf(StoreException.Invalid.class)
                .hasMessageContaining("255");
    }

    @Test
    void idsThatSomeSystemTakesForTheSameAreAConflict() {
        Store store = open();
        append(store, new PromptId("A/b"), "", "1.0.0", "x");
        append(store, new PromptId("caf\u00e9"), "", "1.0.0", "x");
        append(store, new PromptId("straße"), "", "1.0.0", "x");
        for (String id : List.of("a/B", "A/B", "a/c", "a", "CAFE\u0301", "cafe\u0301/x", "STRASSE")) {
            assertThatThrownBy(() -> append(store, new PromptId(id), "", "1.0.0", "x"))
                    .isInstanceOf(StoreException.Conflict.class)
                    .hasMessageContaining("cannot stand beside");
        }
        append(store, new PromptId("A/c"), "", "1.0.0", "x");
        append(store, new PromptId("A/b/c"), "", "1.0.0", "x");
        assertThat(ids(store)).containsExactly("A/b", "A/b/c", "A/c", "caf\u00e9", "straße");
        assertThatThrownBy(() -> store.appendAll(List.of(
                        NewVersion.first(new PromptId("new/x"), V1, Content.plain(""), "", ""),
                        NewVersion.first(new PromptId("New/y"), V1, Content.plain(""), "", ""))))
                .isInstanceOf(StoreException.Conflict.class);
        assertThat(store.count().prompts()).isEqualTo(5);
    }

    @Test
    void anIdIsFreeAgainWhenItsFolderIsGone() {
        Store store = open();
        append(store, new PromptId("A/b"), "", "1.0.0", "x");
        store.rename(new PromptId("A/b"), new PromptId("C"), Act.by("", ""));
        append(store, new PromptId("a/B"), "", "1.0.0", "x");
        assertThat(ids(store)).containsExactly("C", "a/B");
    }

    @Test
    void labelsThatDifferOnlyByCaseAreAConflict() {
        Store store = open();
        append(store, GREETING, "", "1.0.0-rc", "x");
        assertThatThrownBy(() -> append(store, GREETING, "1.0.0-rc", "1.0.0-RC", "x"))
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining("1.0.0-rc");
    }

    @Test
    void labelsOfAnyKindAreFileNames() {
        Store store = open();
        append(store, GREETING, "", "draft", "a word");
        append(store, GREETING, "draft", "7", "a number");
        append(store, GREETING, "7", "1.0.0-rc.1+build", "semver");
        store.close();
        Store again = open();
        assertThat(labels(again, GREETING)).containsExactly("1.0.0-rc.1+build", "7", "draft");
        assertThat(text(again, GREETING, "draft")).isEqualTo("a word");
        assertThat(file("support/greeting/v-draft.md")).exists();
        assertThat(again.get(GREETING, new VersionLabel("7")).info().parent()).contains(new VersionLabel("draft"));
    }

    @Test
    void aFileInTheWayIsNeverTouched() throws Exception {
        write("note", "mine");
        Store store = open();
        assertThatThrownBy(() -> append(store, new PromptId("note/x"), "", "1.0.0", "x"))
                .isInstanceOf(StoreException.Invalid.class)
                .hasMessageContaining("note");
        assertThat(read("note")).isEqualTo("mine");
        Files.createDirectories(file("a/v1.0.0.md"));
        assertThatThrownBy(() -> append(store, new PromptId("a"), "", "1.0.0", "x"))
                .isInstanceOf(StoreException.class);
        assertThat(file("a/v1.0.0.md")).isDirectory();
    }
}
