package stemma.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;

class DraftsTest {
    private static final PromptId HELLO = new PromptId("demo/hello");
    private static final PromptId OTHER = new PromptId("demo/other");
    private static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    Path root;

    private Drafts drafts() {
        return new Drafts(root, "h2:/store");
    }

    private static Draft draft(PromptId prompt, String text) {
        return new Draft(prompt, Optional.of(new VersionLabel("1.0.0")), DraftText.of(Content.plain(text)), AT);
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(drafts().folder())) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void aDraftIsReadAsItWasWritten() throws IOException {
        Draft written = draft(HELLO, "Line\r\n\u0000\uFEFF😀 {{name}} \t\n\n");
        drafts().save(written);
        assertThat(drafts().find(HELLO)).contains(written);
        assertThat(drafts().find(OTHER)).isEmpty();
    }

    @Test
    void aDraftOfANewPromptHasNoBase() throws IOException {
        Draft written = new Draft(HELLO, Optional.empty(), DraftText.of(Content.plain("")), AT);
        drafts().save(written);
        assertThat(drafts().find(HELLO)).contains(written);
    }

    @Test
    void storesDoNotSeeEachOthersDrafts() throws IOException {
        drafts().save(draft(HELLO, "mine"));
        assertThat(new Drafts(root, "h2:/another").find(HELLO)).isEmpty();
    }

    @Test
    void discardingTwiceIsDiscarding() throws IOException {
        drafts().save(draft(HELLO, "mine"));
        drafts().discard(HELLO);
        drafts().discard(HELLO);
        assertThat(drafts().all()).isEmpty();
    }

    @Test
    void aDraftFollowsItsPromptToAnotherId() throws IOException {
        drafts().save(draft(HELLO, "mine"));
        drafts().rename(HELLO, OTHER);
        assertThat(drafts().all()).isEqualTo(List.of(draft(OTHER, "mine")));
        drafts().rename(HELLO, OTHER);
        assertThat(drafts().find(OTHER)).isPresent();
    }

    @Test
    void aDraftOfTheOtherIdIsNotReplaced() throws IOException {
        drafts().save(draft(HELLO, "mine"));
        drafts().save(draft(OTHER, "theirs"));
        assertThatThrownBy(() -> drafts().rename(HELLO, OTHER))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("There already is a draft of \"demo/other\".");
        assertThat(drafts().find(HELLO)).contains(draft(HELLO, "mine"));
        assertThat(drafts().find(OTHER)).contains(draft(OTHER, "theirs"));
    }

    @Test
    void aDraftThatKeepsItsIdStays() throws IOException {
        drafts().save(draft(HELLO, "mine"));
        drafts().rename(HELLO, HELLO);
        assertThat(drafts().find(HELLO)).contains(draft(HELLO, "mine"));
    }

    @Test
    void aDamagedDraftIsSaidSoAndSetAsideAndHidesNoOther() throws IOException {
        drafts().save(draft(HELLO, "mine"));
        Path file = onlyFile();
        Files.writeString(file, "{\"prompt\": ");
        drafts().save(draft(OTHER, "whole"));
        assertThatThrownBy(() -> drafts().find(HELLO))
                .isInstanceOf(DamagedDraftException.class)
                .hasMessageContaining(file.toString());
        assertThat(drafts().all()).isEqualTo(List.of(draft(OTHER, "whole")));
        Path aside = drafts().setAside(HELLO);
        assertThat(aside).hasContent("{\"prompt\": ");
        assertThat(drafts().find(HELLO)).isEmpty();
    }

    @Test
    void everyDraftThatWasSetAsideStays() throws IOException {
        for (String damage : List.of("{ one", "{ two", "{ three")) {
            drafts().save(draft(HELLO, "mine"));
            Files.writeString(file(), damage);
            assertThat(drafts().setAside(HELLO)).hasContent(damage);
        }
        try (Stream<Path> files = Files.list(drafts().folder())) {
            assertThat(files.map(file -> file.toString().replaceAll(".*\\.json", "")))
                    .containsExactlyInAnyOrder(".damaged", ".damaged-2", ".damaged-3");
        }
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(drafts().folder())) {
            return files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
        }
    }

    @Test
    void bytesThatAreNoTextAreDamage() throws IOException {
        drafts().save(draft(HELLO, "mine"));
        Files.write(onlyFile(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> drafts().find(HELLO)).isInstanceOf(DamagedDraftException.class);
    }

    @Test
    void aFileThatCannotBeReadNowIsNotDamaged() throws IOException {
        drafts().save(draft(HELLO, "mine"));
        Path file = onlyFile();
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(() -> drafts().find(HELLO))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(DamagedDraftException.class);
    }
}
