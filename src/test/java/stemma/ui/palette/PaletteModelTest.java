package stemma.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Settings;
import stemma.ui.common.Command;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Tasks;

class PaletteModelTest {
    @TempDir
    Path folder;

    private final List<String> run = new ArrayList<>();
    private final CommandSource source =
            new CommandSource(List.of(command("one"), command("two"), command("three")));
    private Settings settings;

    private Command command(String id) {
        return new Command(
                id, "-", id, Optional.empty(), new SimpleObjectProperty<>(null), () -> true, () -> run.add(id));
    }

    @BeforeEach
    void open() throws IOException {
        settings = Settings.load(folder.resolve("settings.json"));
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private static List<String> shown(PaletteModel model) {
        return model.rows().stream().map(PaletteRow::text).toList();
    }

    @Test
    void typingNarrowsAndEnterRunsTheBest() {
        PaletteModel model = new PaletteModel(source, settings, new DirectTasks());
        assertThat(shown(model)).containsExactly("one", "two", "three");
        model.typedProperty().set("t");
        model.move(1);
        assertThat(shown(model)).containsExactly("two", "three");
        model.accept(() -> run.add("closed"));
        assertThat(run).containsExactly("closed", "three");
    }

    @Test
    void whatWasRunIsFirstTheNextTime() {
        PaletteModel model = new PaletteModel(source, settings, new DirectTasks());
        model.move(2);
        model.accept(() -> {});
        assertThat(shown(new PaletteModel(source, settings, new DirectTasks())))
                .containsExactly("three", "one", "two");
    }

    @Test
    void theChoiceStaysWithinTheRows() {
        PaletteModel model = new PaletteModel(source, settings, new DirectTasks());
        model.move(10);
        assertThat(model.chosenProperty().get()).isEqualTo(2);
        model.move(-10);
        assertThat(model.chosenProperty().get()).isZero();
    }

    @Test
    void nothingFoundSaysSoAndEnterDoesNothing() {
        PaletteModel model = new PaletteModel(source, settings, new DirectTasks());
        model.typedProperty().set("zzz");
        assertThat(model.problemProperty().get()).isNotEmpty();
        model.accept(() -> run.add("closed"));
        assertThat(run).isEmpty();
    }

    @Test
    void enterBeforeTheSearchIsDoneTakesItsBestRow() {
        LateTasks tasks = new LateTasks();
        PaletteModel model = new PaletteModel(source, settings, tasks);
        tasks.finish();
        model.typedProperty().set("thr");
        model.accept(() -> {});
        assertThat(run).isEmpty();
        tasks.finish();
        assertThat(run).containsExactly("three");
    }

    @Test
    void typingOnDropsTheSearchBefore() {
        LateTasks tasks = new LateTasks();
        PaletteModel model = new PaletteModel(source, settings, tasks);
        model.typedProperty().set("o");
        model.typedProperty().set("on");
        assertThat(tasks.waiting).hasSize(1);
        tasks.finish();
        assertThat(shown(model)).containsExactly("one");
    }

    /// Tasks that are done when a test says so.
    private static final class LateTasks implements Tasks {
        private final List<Runnable> waiting = new ArrayList<>();
        private final DirectTasks direct = new DirectTasks();

        void finish() {
            List<Runnable> due = List.copyOf(waiting);
            waiting.clear();
            due.forEach(Runnable::run);
        }

        @Override
        public <T> Handle run(
                String title, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            Runnable later = () -> direct.run(title, work, onDone, onFailed);
            waiting.add(later);
            return () -> waiting.remove(later);
        }

        @Override
        public void onFxThread(Runnable action) {
            action.run();
        }

        @Override
        public Handle later(Duration pause, Runnable action) {
            return direct.later(pause, action);
        }
    }
}
