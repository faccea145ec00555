package stemma.ui.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Settings;
import stemma.ui.common.DirectTasks;
import stemma.update.ReleaseServer;

class UpdateModelTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    private final DirectTasks tasks = new DirectTasks();
    private final List<String> said = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private ReleaseServer server;
    private Settings settings;

    @BeforeEach
    void start() throws IOException {
        server = new ReleaseServer();
        server.release("v1.1.0");
        settings = Settings.load(folder.resolve("settings.json"));
    }

    @AfterEach
    void stop() {
        settings.close();
        server.close();
    }

    private UpdateModel at(Instant now, String version) {
        return new UpdateModel(server.check(version), settings, tasks, Clock.fixed(now, ZoneOffset.UTC));
    }

    private UpdateModel model() {
        return at(NOW, "1.0.0");
    }

    @Test
    void nobodyIsAskedUnlessTheAuthorWants() {
        UpdateModel model = model();
        tasks.passTime();
        tasks.passTime();
        assertThat(server.requests()).isEmpty();
        assertThat(model.newerProperty().get()).isEmpty();
    }

    @Test
    void onceAWeekIsOnceAWeek() {
        model().weeklyProperty().set(true);
        tasks.passTime();
        tasks.passTime();
        assertThat(server.requests()).hasSize(1);
        at(NOW.plusSeconds(6 * 86_400), "1.0.0");
        tasks.passTime();
        assertThat(server.requests()).hasSize(1);
        at(NOW.plusSeconds(7 * 86_400), "1.0.0");
        tasks.passTime();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void whatWasFoundIsRememberedUntilItRuns() {
        UpdateModel model = model();
        model.look(said::add, failed::add);
        assertThat(said).containsExactly("Stemma 1.1.0 is out");
        assertThat(model.newerProperty().get()).isPresent();
        assertThat(model().newerProperty().get()).isEqualTo(model.newerProperty().get());
        assertThat(at(NOW, "1.1.0").newerProperty().get()).isEmpty();
    }

    @Test
    void failuresAreSaidToThoseWhoAskOnlyAndTriedAgainTheNextDay() {
        server.answer(404, "{}");
        UpdateModel model = model();
        model.weeklyProperty().set(true);
        tasks.passTime();
        assertThat(said).isEmpty();
        assertThat(server.requests()).hasSize(1);
        at(NOW.plusSeconds(86_300), "1.0.0");
        tasks.passTime();
        assertThat(server.requests()).hasSize(1);
        at(NOW.plusSeconds(86_400), "1.0.0");
        tasks.passTime();
        assertThat(server.requests().size()).isGreaterThanOrEqualTo(2);
        model.look(said::add, failed::add);
        assertThat(said).isEmpty();
        assertThat(failed).singleElement().asString().contains("There is no release");
    }

    @Test
    void asItIsSaidWhenThereIsNothingNewer() {
        server.release("v1.0.0");
        model().look(said::add, failed::add);
        assertThat(said).containsExactly("There is no newer version than 1.0.0.");
    }

    @Test
    void whatSomebodyWroteIntoTheSettingsIsNotOpened() {
        for (String nonsense : List.of("2.0.0 file:///etc/passwd", "2.0.0", "x y z", "2.0.0 http://example.org/")) {
            settings.set(UpdateModel.FOUND, nonsense);
            assertThat(model().newerProperty().get()).as(nonsense).isEmpty();
        }
    }
}
