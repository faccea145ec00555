package stemma.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.markdown.FormatException;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.ForwardingStore;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.PromptFilesImport.Source;
import stemma.transfer.PromptFilesReport.Entry;
import stemma.transfer.PromptFilesReport.Outcome;

class PromptFilesImportTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("prompts").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Store open(String address) {
        return Stores.discovered().open(StoreUri.parse(address));
    }

    private Store memory() {
        return open("memory:files-" + folder.getFileName());
    }

    private PromptFilesReport importAll(Store store) throws IOException {
        return new PromptFilesImport(store, "ada")
                .run(PromptFilesImport.below(folder.resolve("prompts")), Progress.NONE);
    }

    private static Version newest(Store store, String id) {
        return store.get(new PromptId(id), store.find(new PromptId(id)).orElseThrow().head());
    }

    @Test
    void everyFileBecomesThePromptThatItsPlaceNames() throws Exception {
        write("support/greeting.md", "---\ntitle: Hi\n---\nHello {{name}}\n");
        write("support/deep/triage.prompty", "---\nname: x\n---\nsystem:\nSort it.\n");
        write("summary.txt", "Sum it up.\n");
        try (Store store = memory()) {
            PromptFilesReport report = importAll(store);
            assertThat(report.entries())
                    .extracting(Entry::name)
                    .containsExactly("summary", "support/deep/triage", "support/greeting");
            assertThat(report.count(Outcome.NEW)).isEqualTo(3);
            Version greeting = newest(store, "support/greeting");
            assertThat(greeting.content()).isEqualTo(Content.plain("Hello {{name}}\n").withTitle("Hi"));
            assertThat(greeting.label()).isEqualTo(new VersionLabel("1.0.0"));
            assertThat(greeting.info().author()).isEqualTo("ada");
            assertThat(greeting.info().message()).isEqualTo("Imported from greeting.md");
            assertThat(newest(store, "summary").content()).isEqualTo(Content.plain("Sum it up.\n"));
            assertThat(newest(store, "support/deep/triage").content().messages().getFirst().text())
                    .isEqualTo("Sort it.");
        }
    }

    @Test
    void whatIsNoPromptIsLeftOut() throws Exception {
        for (String name : List.of("README.md", "docs/readme.md", "LICENSE.txt", "requirements.txt", ".git/notes.md",
                ".hidden.md", "image.png", "a.yml")) {
            write(name, "text");
        }
        Files.createSymbolicLink(folder.resolve("prompts/link.md"), write("a.md", "text"));
        assertThat(PromptFilesImport.below(folder.resolve("prompts"))).extracting(Source::name).containsExactly("a");
    }

    @Test
    void aFolderInStemmasOwnLayoutIsToBeOpenedInstead() throws Exception {
        write("greeting/v1.0.0.md", "one");
        write("greeting/v1.1.0.md", "two");
        write("greeting/latest.md", "two");
        write("vision.md", "A prompt like others");
        try (Store store = memory()) {
            PromptFilesReport report = importAll(store);
            assertThat(report.count(Outcome.NEW)).isEqualTo(1);
            assertThat(report.entries().stream().filter(entry -> entry.outcome() == Outcome.UNUSABLE))
                    .hasSize(3)
                    .allSatisfy(entry -> assertThat(entry.remarks().getFirst().toString())
                            .isEqualTo("is a version of a prompt, not a prompt; open its folder as a store"));
        }
    }

    @Test
    void aPromptMayBeCalledMuchLikeAVersion() throws Exception {
        List<String> prompts = List.of("latest", "v-neck", "v2-notes", "v2ray/v2ray", "v8 engine");
        for (String prompt : prompts) {
            write(prompt + ".md", "A prompt called " + prompt);
        }
        write("greeting/v-draft.md", "a label of text");
        write("greeting/v2-notes.md", "another");
        write("greeting/v1.0.0-beta.1.md", "one");
        write("count/v2.md", "two");
        try (Store store = memory()) {
            PromptFilesReport report = importAll(store);
            assertThat(report.entries().stream().filter(entry -> entry.outcome() == Outcome.NEW))
                    .extracting(Entry::name)
                    .containsExactlyInAnyOrderElementsOf(prompts);
            assertThat(report.count(Outcome.UNUSABLE)).isEqualTo(4);
        }
    }

    @Test
    void importingAgainAddsNothingAndChangesNothing() throws Exception {
        write("a.md", "one");
        write("b.md", "two");
        try (Store store = memory()) {
            importAll(store);
            write("b.md", "three");
            write("c.md", "four");
            PromptFilesReport again = importAll(store);
            assertThat(again.entries())
                    .extracting(Entry::outcome)
                    .containsExactly(Outcome.THERE, Outcome.CONFLICT, Outcome.NEW);
            assertThat(again.entries().get(1).remarks().getFirst().toString()).contains("with other text");
            assertThat(newest(store, "b").content()).isEqualTo(Content.plain("two"));
            assertThat(store.versions(new PromptId("b"))).hasSize(1);
        }
    }

    @Test
    void aPreviewTellsTheSameAndWritesNothing() throws Exception {
        write("a.md", "one");
        write("a.txt", "other");
        write("bad.prompty", "---\nname: [open\n---\n");
        Files.write(folder.resolve("prompts/latin.md"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        write(" blank.md", "text");
        try (Store store = memory()) {
            List<Source> sources = PromptFilesImport.below(folder.resolve("prompts"));
            PromptFilesImport importing = new PromptFilesImport(store, "ada");
            PromptFilesReport preview = importing.preview(sources, Progress.NONE);
            assertThat(store.count().prompts()).isZero();
            assertThat(importing.run(sources, Progress.NONE)).isEqualTo(preview);
            assertThat(preview.count(Outcome.NEW)).isEqualTo(1);
            assertThat(preview.count(Outcome.CONFLICT)).as("two files of one name").isEqualTo(1);
            assertThat(preview.entries().stream().filter(entry -> entry.outcome() == Outcome.UNUSABLE))
                    .extracting(entry -> entry.name() + ": " + entry.remarks().getFirst())
                    .satisfiesExactlyInAnyOrder(
                            text -> assertThat(text).startsWith(" blank: ").contains("blank"),
                            text -> assertThat(text).startsWith("bad: ").contains("line"),
                            text -> assertThat(text).startsWith("latin: ").contains("UTF-8"));
        }
    }

    /// A store in which somebody else makes prompts while an import is about to write them.
    private static final class BusyStore extends ForwardingStore {
        private final Store store;
        private final Deque<NewVersion> theirs;

        BusyStore(Store store, NewVersion... theirs) {
            this.store = store;
            this.theirs = new ArrayDeque<>(List.of(theirs));
        }

        @Override
        protected Store store() {
            return store;
        }

        @Override
        public VersionInfo append(NewVersion version) {
            theirs.stream().filter(other -> other.prompt().equals(version.prompt())).findFirst().ifPresent(other -> {
                theirs.remove(other);
                store.append(other);
            });
            return super.append(version);
        }

        /// One by one, as a store does in which somebody else writes.
        @Override
        public void appendAll(List<NewVersion> versions) {
            versions.forEach(this::append);
        }
    }

    private static NewVersion theirs(String id, String text) {
        return NewVersion.first(new PromptId(id), VersionLabel.FIRST, Content.plain(text), "bo", "Mine");
    }

    @Test
    void whatSomebodyElseMadeMeanwhileIsNotCalledNew() throws Exception {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            write(name + ".md", "text of " + name);
        }
        try (Store store = new BusyStore(
                memory(), theirs("b", "other text"), theirs("c", "text of c"), theirs("d", "other text"))) {
            PromptFilesReport report = importAll(store);
            assertThat(report.entries())
                    .extracting(Entry::outcome)
                    .containsExactly(Outcome.NEW, Outcome.CONFLICT, Outcome.THERE, Outcome.CONFLICT, Outcome.NEW);
            assertThat(report.entries().get(1).remarks().getFirst().toString()).contains("with other text");
            assertThat(newest(store, "b").content()).isEqualTo(Content.plain("other text"));
            assertThat(newest(store, "e").info().author()).isEqualTo("ada");
            assertThat(store.count().versions()).isEqualTo(5);
        }
    }

    @Test
    void whatTheStoreCannotHoldIsNamedAndTheRestIsImported() throws Exception {
        write("good.md", "text");
        write("sub/folder.md", "text");
        try (Store store = open("go-prompty:" + folder.resolve("go"))) {
            PromptFilesReport report = importAll(store);
            assertThat(report.entries())
                    .extracting(Entry::name, Entry::outcome)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("good", Outcome.NEW),
                            org.assertj.core.groups.Tuple.tuple("sub/folder", Outcome.UNUSABLE));
            assertThat(report.entries().stream()
                            .filter(entry -> entry.outcome() == Outcome.UNUSABLE)
                            .map(entry -> entry.remarks().getFirst()))
                    .doesNotContain(Sentence.NONE);
            assertThat(store.count().prompts()).isEqualTo(1);
        }
    }

    @Test
    void manyFilesAreWrittenInBatchesAndCancellingKeepsWhatIsThere() throws Exception {
        for (int i = 0; i < 1_200; i++) {
            write("p%04d.txt".formatted(i), "text " + i);
        }
        try (Store store = memory()) {
            long[] seen = {0};
            Progress stopped = new Progress() {
                @Override
                public void report(double fraction, long count) {
                    seen[0] = count;
                }

                @Override
                public boolean isCancelled() {
                    return seen[0] == 700;
                }
            };
            List<Source> sources = PromptFilesImport.below(folder.resolve("prompts"));
            PromptFilesReport part = new PromptFilesImport(store, "ada").run(sources, stopped);
            assertThat(part.cancelled()).isTrue();
            assertThat(store.count().prompts()).isEqualTo(700);
            assertThat(importAll(store).count(Outcome.NEW)).isEqualTo(500);
        }
    }

    @Test
    void aFolderOfTooManyFilesIsRefusedBeforeAnythingIsRead() throws Exception {
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int i : IntStream.rangeClosed(0, PromptFilesImport.MOST_FILES).toArray()) {
            Files.createFile(many.resolve(i + ".txt"));
        }
        assertThatThrownBy(() -> PromptFilesImport.below(many))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("choose a folder further down");
        assertThatThrownBy(() -> PromptFilesImport.below(folder.resolve("nowhere"))).isInstanceOf(IOException.class);
    }
}
