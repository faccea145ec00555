package stemma.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.prompt.Stage;
import stemma.settings.Setting;
import stemma.settings.Settings;
import stemma.settings.SettingsFile;
import stemma.settings.StageSettings;
import stemma.ui.common.Dialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Tasks;

/// The settings an author may change. Each change holds at once and is remembered. Used on the FX thread only.
public final class SettingsModel {
    private final Settings settings;
    private final StageSettings stageSettings;
    private final Look look;
    private final List<Setting<?>> known;
    private final Runnable onImported;
    private final Dialogs dialogs;
    private final Tasks tasks;
    private final StringProperty author = new SimpleStringProperty("");
    private final ObservableList<StageRow> stages = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");

    /// A stage that is always offered.
    ///
    /// @param isProtected whether it asks for its name before something is promoted to it
    record StageRow(Stage stage, boolean isProtected) {
        boolean canGo() {
            return !stage.equals(Stage.STAGING) && !stage.equals(Stage.PRODUCTION);
        }
    }

    /// @param known settings whose values an imported file must get right
    /// @param onImported called when settings came from a file
    public SettingsModel(
            Settings settings,
            Look look,
            List<Setting<?>> known,
            Runnable onImported,
            Dialogs dialogs,
            Tasks tasks) {
        this.settings = settings;
        this.stageSettings = new StageSettings(settings);
        this.look = look;
        this.known = known;
        this.onImported = onImported;
        this.dialogs = dialogs;
        this.tasks = tasks;
        author.subscribe((_, name) -> settings.set(Settings.AUTHOR, name.strip()));
        show();
    }

    private void show() {
        author.set(settings.get(Settings.AUTHOR));
        showStages();
    }

    private void showStages() {
        stages.setAll(stageSettings.always().stream()
                .map(stage -> new StageRow(stage, stageSettings.isProtected(stage)))
                .toList());
    }

    /// Why a stage cannot be added under this name; empty when it can.
    Optional<String> stageProblem(String name) {
        if (!Stage.isValid(name)) {
            return Optional.of(Messages.text("settings.stage.rule"));
        }
        return stageSettings.always().contains(new Stage(name))
                ? Optional.of(Messages.text("settings.stage.there", name))
                : Optional.empty();
    }

    /// Asks for a stage that is offered from now on, before all others.
    ///
    /// @return whether there is a new one
    boolean addStage() {
        Optional<String> added = dialogs.askText(
                        Messages.text("settings.stage.add"),
                        Messages.text("settings.stage.name"),
                        "",
                        Messages.text("settings.stage.act"),
                        this::stageProblem);
        added.ifPresent(name -> {
            List<Stage> all = new ArrayList<>(stageSettings.always());
            all.addFirst(new Stage(name));
            keep(all);
        });
        return added.isPresent();
    }

    void removeStage(StageRow row) {
        if (row.canGo()) {
            stageSettings.setProtected(row.stage(), false);
            List<Stage> all = new ArrayList<>(stageSettings.always());
            all.remove(row.stage());
            keep(all);
        }
    }

    /// @param places how far down; negative is up; beyond the ends it stays
    void moveStage(StageRow row, int places) {
        List<Stage> all = new ArrayList<>(stageSettings.always());
        int from = all.indexOf(row.stage());
        int to = Math.clamp(from + places, 0, all.size() - 1);
        Collections.swap(all, from, to);
        keep(all);
    }

    void protect(StageRow row, boolean isProtected) {
        stageSettings.setProtected(row.stage(), isProtected);
        showStages();
    }

    private void keep(List<Stage> all) {
        stageSettings.setAlways(all);
        showStages();
    }

    /// Asks for a file and writes the settings into it.
    void exportSettings() {
        dialogs.askFileToSave(Messages.text("settings.export.title"), Messages.text("settings.file"))
                .ifPresent(file -> tasks.run(
                        Messages.text("settings.export.title"),
                        _ -> {
                            SettingsFile.write(settings, file);
                            return file;
                        },
                        written -> outcome.set(Messages.text("settings.exported", written)),
                        e -> outcome.set(Notices.explain(e))));
    }

    /// Asks for a file and takes its settings over.
    void importSettings() {
        dialogs.askFileToOpen(Messages.text("settings.import.title"), Messages.text("settings.kind"), "*.json")
                .ifPresent(this::importFrom);
    }

    private void importFrom(Path file) {
        tasks.run(
                Messages.text("settings.import.title"),
                _ -> {
                    SettingsFile.read(settings, file, known);
                    return file;
                },
                read -> {
                    onImported.run();
                    show();
                    outcome.set(Messages.text("settings.imported", read));
                },
                e -> outcome.set(Messages.text("settings.import.refused", Notices.explain(e))));
    }

    Look look() {
        return look;
    }

    /// The name that versions and moves are recorded with; empty for the system's user name.
    StringProperty authorProperty() {
        return author;
    }

    /// The stages that are always offered, in their order.
    ObservableList<StageRow> stages() {
        return stages;
    }

    /// How the last export or import went; empty before the first one.
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
