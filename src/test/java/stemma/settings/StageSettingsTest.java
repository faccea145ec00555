package stemma.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Stage;

class StageSettingsTest {
    private static final Stage CANARY = new Stage("canary");
    private static final Stage QA = new Stage("qa");

    @TempDir
    Path folder;

    private Settings load(String text) throws IOException {
        return Settings.load(Files.writeString(folder.resolve("settings.json"), text));
    }

    @Test
    void stagingAndProductionAreAlwaysOfferedAndNothingIsProtected() throws IOException {
        try (Settings settings = load("{}")) {
            StageSettings stages = new StageSettings(settings);
            assertThat(stages.always()).containsExactly(Stage.STAGING, Stage.PRODUCTION);
            assertThat(stages.isProtected(Stage.PRODUCTION)).isFalse();
        }
    }

    @Test
    void theAuthorsOrderHoldsAndStagesOfTheStoreComeBefore() throws IOException {
        try (Settings settings = load("{}")) {
            StageSettings stages = new StageSettings(settings);
            stages.setAlways(List.of(Stage.STAGING, CANARY, Stage.PRODUCTION));
            assertThat(stages.offered(List.of(Stage.PRODUCTION, QA, CANARY)))
                    .containsExactly(QA, Stage.STAGING, CANARY, Stage.PRODUCTION);
        }
    }

    @Test
    void namesThatNoStageCanHaveArePassedOver() throws IOException {
        try (Settings settings = load("{\"stages\": [\"Not A Stage\", \"dev\", \"canary\", \"canary\"]}")) {
            assertThat(new StageSettings(settings).always())
                    .containsExactly(CANARY, Stage.STAGING, Stage.PRODUCTION);
        }
    }

    @Test
    void protectionCanBeTakenBack() throws IOException {
        try (Settings settings = load("{}")) {
            StageSettings stages = new StageSettings(settings);
            stages.setProtected(Stage.PRODUCTION, true);
            stages.setProtected(Stage.PRODUCTION, true);
            assertThat(stages.isProtected(Stage.PRODUCTION)).isTrue();
            stages.setProtected(Stage.PRODUCTION, false);
            assertThat(stages.isProtected(Stage.PRODUCTION)).isFalse();
        }
    }
}
