package stemma.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Stage;
import stemma.settings.Settings;
import stemma.settings.StageSettings;
import stemma.ui.common.AnsweringDialogs;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Scale;
import stemma.ui.common.Theme.Appearance;
import stemma.ui.settings.SettingsModel.StageRow;

class SettingsModelTest {
    @TempDir
    Path folder;

    private final AnsweringDialogs dialogs = new AnsweringDialogs();
    private final List<String> imported = new ArrayList<>();
    private Settings settings;
    private SettingsModel model;

    @BeforeEach
    void open() throws IOException {
        settings = Settings.load(folder.resolve("settings.json"));
        settings.set(Settings.AUTHOR, "Ada");
        model = new SettingsModel(
                settings,
                new Look(
                        new SimpleObjectProperty<>(Appearance.LIGHT),
                        new SimpleDoubleProperty(1),
                        new SimpleObjectProperty<>(Scale.SYSTEM),
                        new SimpleBooleanProperty(),
                        new SimpleBooleanProperty()),
                List.of(Settings.AUTHOR),
                () -> imported.add("again"),
                dialogs,
                new DirectTasks());
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private List<String> stages() {
        return model.stages().stream().map(row -> row.stage().name()).toList();
    }

    private StageRow row(String stage) {
        return model.stages().stream()
                .filter(row -> row.stage().name().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theAuthorsNameIsRememberedAsItIsTyped() {
        assertThat(model.authorProperty().get()).isEqualTo("Ada");
        model.authorProperty().set(" Bo ");
        assertThat(settings.get(Settings.AUTHOR)).isEqualTo("Bo");
    }

    @Test
    void stagesAreAddedOrderedProtectedAndRemoved() {
        dialogs.answer("canary");
        assertThat(model.addStage()).isTrue();
        model.moveStage(row("canary"), 1);
        assertThat(stages()).containsExactly("staging", "canary", "production");
        model.protect(row("canary"), true);
        assertThat(row("canary").isProtected()).isTrue();
        model.removeStage(row("canary"));
        assertThat(stages()).containsExactly("staging", "production");
        assertThat(new StageSettings(settings).isProtected(new Stage("canary"))).isFalse();
    }

    @Test
    void stagingAndProductionStay() {
        model.removeStage(row("production"));
        assertThat(stages()).containsExactly("staging", "production");
    }

    @Test
    void atTheEndAStageStays() {
        model.moveStage(row("production"), 1);
        assertThat(stages()).containsExactly("staging", "production");
    }

    @Test
    void aNameThatIsTakenOrNoNameIsRefused() {
        assertThat(model.stageProblem("staging")).isPresent();
        assertThat(model.stageProblem("Not a stage")).isPresent();
        assertThat(model.stageProblem("canary")).isEmpty();
    }

    @Test
    void settingsGoOutAndComeBack() {
        Path file = folder.resolve("out.json");
        dialogs.answer(file);
        model.exportSettings();
        assertThat(model.outcomeProperty().get()).contains(file.toString());
        model.authorProperty().set("Bo");
        dialogs.answer(file);
        model.importSettings();
        assertThat(model.authorProperty().get()).isEqualTo("Ada");
        assertThat(imported).hasSize(1);
    }

    @Test
    void aBrokenFileIsToldAndChangesNothing() throws IOException {
        dialogs.answer(Files.writeString(folder.resolve("broken.json"), "{\"author\": \"Eve\""));
        model.importSettings();
        assertThat(model.outcomeProperty().get()).contains("broken.json", "line 1");
        assertThat(settings.get(Settings.AUTHOR)).isEqualTo("Ada");
        assertThat(imported).isEmpty();
    }
}
