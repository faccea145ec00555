package stemma.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.store.sqlite.SqliteStoreDriver;
import stemma.ui.common.AnsweringDialogs;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Times;

class HealthModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final AnsweringDialogs dialogs = new AnsweringDialogs();
    private final Notices notices = new Notices();
    private final DirectTasks tasks = new DirectTasks();
    private Optional<Store> opened = Optional.empty();

    private Path file;

    @BeforeEach
    void fill() throws Exception {
        file = folder.resolve("prompts.db");
        try (Store store = open()) {
            store.append(NewVersion.first(new PromptId("p"), VersionLabel.FIRST, Content.plain("one"), "ada", ""));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE prompts SET author = 'nobody'");
        }
    }

    @AfterEach
    void close() {
        opened.ifPresent(Store::close);
    }

    private Store open() {
        return new SqliteStoreDriver().open(StoreUri.of("sqlite", file.toString()), Opening.at(CLOCK));
    }

    private HealthModel model() {
        Store store = open();
        opened = Optional.of(store);
        return model(store);
    }

    private HealthModel model(Store store) {
        return new HealthModel(store, "Team", dialogs, notices, new Times(CLOCK), tasks);
    }

    private static String facts(HealthModel model) {
        return model.factsProperty().get().stream()
                .map(fact -> fact.name() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatIsKnownOfTheStoreIsTold() {
        HealthModel model = model();
        assertThat(facts(model)).contains("Store: Team", "Address: sqlite:" + file).doesNotContain("1 prompt");
        model.check();
        assertThat(facts(model))
                .contains("Answers", "Can be made", "be backed up", "1 prompt, 1 version", "kB", "March 1, 2026");
    }

    @Test
    void aProblemIsRepairedOnlyWhenTheAuthorAgrees() {
        HealthModel model = model();
        model.check();
        assertThat(model.badProperty().get()).isTrue();
        var problem = model.problemsProperty().get().getFirst();
        dialogs.answer(false);
        model.repair(problem);
        model.check();
        assertThat(model.problemsProperty().get()).containsExactly(problem);
        dialogs.answer(true);
        model.repair(problem);
        assertThat(dialogs.asked).hasSize(2).allMatch(asked -> asked.contains("\"p\""));
        assertThat(model.problemsProperty().get()).isEmpty();
        assertThat(model.badProperty().get()).isFalse();
        assertThat(model.outcomeProperty().get()).contains("sound");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aBackupGoesWhereTheAuthorSaysAndNeverOverAnotherFile() throws Exception {
        HealthModel model = model();
        Path backup = folder.resolve("backup.db");
        model.backUp("name");
        assertThat(backup).doesNotExist();
        dialogs.answer(backup);
        model.backUp("name");
        assertThat(backup).exists();
        assertThat(model.outcomeProperty().get()).contains("Backed up", backup.toString());
        assertThat(tasks.whole()).as("not cut off by closing the window").hasSize(1);
        byte[] written = Files.readAllBytes(backup);
        dialogs.answer(backup);
        model.backUp("name");
        assertThat(backup).hasBinaryContent(written);
        assertThat(model.badProperty().get()).isTrue();
        assertThat(notices.current()).extracting(Notices.Notice::isError).containsExactly(false, true);
        assertThat(notices.current().getLast().detail()).hasValueSatisfying(why -> assertThat(why)
                .contains("there already"));
    }

    @Test
    void aStoreThatCannotBeCheckedSaysWhy() {
        Store store = open();
        store.close();
        HealthModel model = model(store);
        model.check();
        assertThat(model.badProperty().get()).isTrue();
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.outcomeProperty().get()).contains("could not be checked", "closed");
        assertThat(facts(model)).contains("Does not answer");
    }

    @Test
    void aStoreWithoutBackupsOffersNone() {
        try (Store store = new MemoryStoreDriver().open(StoreUri.of("memory", ""), Opening.at(CLOCK))) {
            HealthModel model = model(store);
            assertThat(model.canBackUp()).isFalse();
            model.backUp("name");
            assertThat(dialogs.asked).isEmpty();
        }
    }

    @Test
    void thereIsAWordForEverythingThatAStoreCanDo() {
        for (Capability capability : Capability.values()) {
            assertThat(Messages.text("health.can." + capability.name())).isNotBlank();
        }
    }

    @Test
    void sizesAreToldInTheLargestUnitThatFits() {
        assertThat(List.of(0L, 999L, 1_000L, 1_500_000L, 123_456_789L, 999_600L).stream().map(HealthModel::size))
                .containsExactly("0 B", "999 B", "1 kB", "1.5 MB", "123 MB", "1 MB");
    }
}
