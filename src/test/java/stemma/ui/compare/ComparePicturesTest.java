package stemma.ui.compare;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.prompt.Content;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Fxml;
import stemma.ui.common.Theme;
import stemma.ui.common.Times;

/// Pictures for people to judge; that they are drawn at all is what the tests check.
class ComparePicturesTest {
    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    private static void picture(
            Theme.Appearance appearance,
            int width,
            String name,
            Content left,
            Content right,
            Consumer<CompareModel> prepare) {
        Toolkit.run(() -> {
            CompareModel model = new CompareModel(new DirectTasks());
            Parent root = Fxml.load(new CompareController(model));
            Scene scene = Toolkit.scene(root, appearance, width, width * 5 / 8);
            model.compare(
                    Subject.of("support/greeting 1.2.0 · production", left),
                    Subject.of("support/greeting 1.3.0 · staging", right));
            root.applyCss();
            root.layout();
            prepare.accept(model);
            Toolkit.picture(scene, "compare-" + name + "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width);
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,900", "DARK,900", "LIGHT,1600", "DARK,1600"})
    void prose(Theme.Appearance appearance, int width) {
        picture(appearance, width, "prose", Samples.prose1(), Samples.prose2(), CompareModel::next);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,900", "DARK,900", "LIGHT,1600", "DARK,1600"})
    void chat(Theme.Appearance appearance, int width) {
        picture(appearance, width, "chat", Samples.chat1(), Samples.chat2(), _ -> {});
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,900", "DARK,900", "LIGHT,1600"})
    void values(Theme.Appearance appearance, int width) {
        picture(appearance, width, "values", Samples.chat1(), Samples.chat2(), model -> {
            for (int i = 0; i < 20; i++) {
                model.next();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,900", "DARK,900", "LIGHT,1600"})
    void unified(Theme.Appearance appearance, int width) {
        picture(appearance, width, "unified", Samples.prose1(), Samples.prose2(), model -> model.shown().viewProperty()
                .set(View.UNIFIED));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,900", "DARK,900", "LIGHT,1600"})
    void result(Theme.Appearance appearance, int width) {
        picture(appearance, width, "result", Samples.prose1(), Samples.prose2(), model -> model.shown().viewProperty()
                .set(View.RESULT));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,900", "DARK,1600"})
    void longParagraphAndMovedRule(Theme.Appearance appearance, int width) {
        picture(appearance, width, "long", Samples.long1(), Samples.long2(), _ -> {});
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,900", "DARK,1600"})
    void findingWithTheListOfChanges(Theme.Appearance appearance, int width) {
        Toolkit.run(() -> {
            CompareModel model = new CompareModel(new DirectTasks());
            Parent root = Fxml.load(new CompareController(model));
            Scene scene = Toolkit.scene(root, appearance, width, width * 5 / 8);
            model.compare(
                    Subject.of("support/triage 2.0.0", Samples.chat1()),
                    Subject.of("support/triage 2.1.0 · production", Samples.chat2()));
            ((ToggleButton) scene.lookup("#showChanges")).setSelected(true);
            scene.lookup("#findBar").setVisible(true);
            ((TextField) scene.lookup("#query")).setText("ticket");
            root.applyCss();
            root.layout();
            model.next();
            model.next();
            model.next();
            scene.lookup(".row-list").requestFocus();
            Toolkit.picture(scene, "compare-find-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width);
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,900", "DARK,1600"})
    void timelineAndWhereALineIsFrom(Theme.Appearance appearance, int width) {
        Toolkit.run(() -> {
            DirectTasks tasks = new DirectTasks();
            CompareModel model = new CompareModel(tasks);
            Parent root = Fxml.load(new CompareController(model));
            Scene scene = Toolkit.scene(root, appearance, width, width * 5 / 8);
            List<VersionInfo> versions = TimelineTest.versions(8);
            Timeline timeline = new Timeline(
                    model,
                    tasks,
                    versions,
                    label -> new Version(
                            versions.stream()
                                    .filter(version -> version.label().equals(label))
                                    .findFirst()
                                    .orElseThrow(),
                            label.value().compareTo("1.5") < 0 ? Samples.prose1() : Samples.prose2()),
                    new Times(Clock.systemUTC()));
            model.walk(timeline, TimelineTest.label(5));
            root.applyCss();
            root.layout();
            model.next();
            Toolkit.picture(scene, "compare-timeline-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width);
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,900", "DARK,900"})
    void equal(Theme.Appearance appearance, int width) {
        picture(appearance, width, "equal", Samples.prose1(), Samples.prose1(), _ -> {});
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,600", "DARK,900"})
    void previewFitsADialog(Theme.Appearance appearance, int width) {
        Toolkit.run(() -> {
            Parent node = (Parent) new ComparePreview(new DirectTasks())
                    .between(Optional.of(Samples.chat1()), Samples.chat2());
            Toolkit.picture(node, appearance, width, 500, "compare-preview-" + width);
        });
    }
}
