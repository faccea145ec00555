package stemma.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.OutsideEdits.Edit;
import stemma.store.Store;
import stemma.store.StoreException;

class OutsideEditsTest extends FolderFixture {
    private static final String FILE = "support/greeting/v1.1.0.md";

    @Test
    void anEditIsNoticedAndTheOriginalToldOn() throws Exception {
        Store store = open();
        three(store);
        write(FILE, "edited by hand");
        assertThat(text(store, GREETING, "1.1.0")).isEqualTo("two");
        List<Edit> edits = store.outsideEdits().find();
        assertThat(edits).singleElement().satisfies(edit -> {
            assertThat(edit.prompt()).isEqualTo(GREETING);
            assertThat(edit.label()).isEqualTo(V2);
            assertThat(edit.found()).contains(Content.plain("edited by hand"));
            assertThat(edit.where()).isEqualTo(FILE);
        });
        assertThat(text(store, GREETING, "1.1.0")).isEqualTo("two");
        assertThat(store.check().problems()).extracting("where").contains(FILE);
        append(store, GREETING, "1.2.0", "1.3.0", "four");
        promote(store, "", "1.1.0");
        assertThat(read(FILE)).isEqualTo("edited by hand");
        store.close();
        store = open();
        assertThat(store.outsideEdits().find()).isEqualTo(edits);
        assertThat(labels(store, GREETING)).containsExactly("1.3.0", "1.2.0", "1.1.0", "1.0.0");
    }

    @Test
    void theOriginalIsPutBack() throws Exception {
        Store store = open();
        three(store);
        String original = read(FILE);
        write(FILE, "edited");
        store.outsideEdits().restore(store.outsideEdits().find().getFirst());
        assertThat(read(FILE)).isEqualTo(original);
        assertThat(store.outsideEdits().find()).isEmpty();
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void anEditIsKeptAsANewVersion() throws Exception {
        Store store = open();
        three(store);
        String original = read(FILE);
        write(FILE, original.replace("two", "two and a half"));
        Edit edit = store.outsideEdits().find().getFirst();
        VersionLabel label = new VersionLabel("1.2.1");
        store.outsideEdits()
                .keep(edit, NewVersion.onTop(GREETING, V3, label, edit.found().orElseThrow(), "bob", "kept"));
        assertThat(read(FILE)).isEqualTo(original);
        assertThat(text(store, GREETING, "1.2.1")).isEqualTo("two and a half");
        assertThat(store.outsideEdits().find()).isEmpty();
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void keepingOnAMovedHeadChangesNothing() throws Exception {
        Store store = open();
        three(store);
        write(FILE, "edited");
        Edit edit = store.outsideEdits().find().getFirst();
        assertThatThrownBy(() -> store.outsideEdits()
                        .keep(edit, NewVersion.onTop(
                                GREETING, V2, new VersionLabel("3"), edit.found().orElseThrow(), "", "")))
                .isInstanceOf(StoreException.Conflict.class);
        assertThat(read(FILE)).isEqualTo("edited");
    }

    @Test
    void anEditThatChangedAgainIsAConflict() throws Exception {
        Store store = open();
        three(store);
        write(FILE, "edited");
        Edit edit = store.outsideEdits().find().getFirst();
        write(FILE, "edited again");
        assertThatThrownBy(() -> store.outsideEdits().restore(edit))
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining(FILE);
        assertThat(read(FILE)).isEqualTo("edited again");
    }

    @Test
    void aDeletedVersionFileIsToldOnAndCanBePutBack() throws Exception {
        Store store = open();
        three(store);
        String original = read(FILE);
        Files.delete(file(FILE));
        Edit edit = store.outsideEdits().find().getFirst();
        assertThat(edit.found()).isEmpty();
        assertThat(edit.problem()).contains("deleted");
        assertThat(text(store, GREETING, "1.1.0")).isEqualTo("two");
        store.outsideEdits().restore(edit);
        assertThat(read(FILE)).isEqualTo(original);
    }

    @Test
    void aDeletedFolderIsADeletedPrompt() throws Exception {
        Store store = open();
        three(store);
        for (String name : files().keySet()) {
            Files.delete(file(name));
        }
        assertThat(store.outsideEdits().find()).isEmpty();
        assertThat(ids(store)).isEmpty();
        append(store, GREETING, "", "1.0.0", "again");
        assertThat(labels(store, GREETING)).containsExactly("1.0.0");
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void inAGitWorkingTreeAMissingVersionWasLeftOutByACheckout() throws Exception {
        Files.createDirectories(file(".git"));
        Store store = open();
        three(store);
        byte[] third = Files.readAllBytes(file("support/greeting/v1.2.0.md"));
        Files.delete(file("support/greeting/v1.2.0.md"));
        assertThat(store.outsideEdits().find()).isEmpty();
        assertThat(labels(store, GREETING)).containsExactly("1.1.0", "1.0.0");
        Files.write(file("support/greeting/v1.2.0.md"), third);
        assertThat(store.outsideEdits().find()).isEmpty();
        assertThat(labels(store, GREETING)).containsExactly("1.2.0", "1.1.0", "1.0.0");
    }

    @Test
    void aFileTouchedButNotChangedIsNoEdit() throws Exception {
        Store store = open();
        three(store);
        byte[] bytes = Files.readAllBytes(file(FILE));
        Files.delete(file(FILE));
        Files.write(file(FILE), bytes);
        assertThat(store.outsideEdits().find()).isEmpty();
    }

    @Test
    void bareFilesAreRecordedByTheFirstWriteToTheirPrompt() throws Exception {
        write("a/v1.0.0.md", "one");
        Store store = open();
        PromptId id = new PromptId("a");
        assertThat(text(store, id, "1.0.0")).isEqualTo("one");
        append(store, id, "1.0.0", "1.1.0", "two");
        write("a/v1.0.0.md", "ONE");
        assertThat(text(store, id, "1.0.0")).isEqualTo("one");
        assertThat(store.outsideEdits().find()).hasSize(1);
    }

    @Test
    void anEditToSomethingUnreadableKeepsTheOriginal() throws Exception {
        Store store = open();
        three(store);
        Files.write(file(FILE), new byte[] {'-', '-', '-', '\n', (byte) 0xFF});
        Edit edit = store.outsideEdits().find().getFirst();
        assertThat(edit.found()).isEmpty();
        assertThat(edit.problem()).contains("UTF-8");
        assertThat(text(store, GREETING, "1.1.0")).isEqualTo("two");
        store.outsideEdits().restore(edit);
        assertThat(store.check().problems()).isEmpty();
    }
}
