package stemma.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import stemma.prompt.Stage;

/// Which stages are offered whatever a store holds, in which order, and which of them ask for their name before
/// something is promoted to them. Safe for concurrent use.
public final class StageSettings {
    static final Setting<List<String>> OFFERED = Setting.texts("stages");
    static final Setting<List<String>> PROTECTED = Setting.texts("protectedStages");

    private final Settings settings;

    public StageSettings(Settings settings) {
        this.settings = settings;
    }

    /// The stages that are always offered, in the author's order; staging and production are among them.
    public List<Stage> always() {
        List<Stage> stages = new ArrayList<>(stages(OFFERED));
        for (Stage stage : List.of(Stage.STAGING, Stage.PRODUCTION)) {
            if (!stages.contains(stage)) {
                stages.add(stage);
            }
        }
        return List.copyOf(stages);
    }

    /// Sets what [#always] tells; staging and production come back by themselves.
    public void setAlways(List<Stage> stages) {
        settings.set(OFFERED, stages.stream().map(Stage::name).toList());
    }

    /// The stages to choose from: those of a store that are not always offered, by name, then those that are.
    public List<Stage> offered(Collection<Stage> inStore) {
        List<Stage> stages = new ArrayList<>(new TreeSet<>(inStore));
        stages.removeAll(always());
        stages.addAll(always());
        return List.copyOf(stages);
    }

    /// Whether promoting to the stage asks for its name.
    public boolean isProtected(Stage stage) {
        return stages(PROTECTED).contains(stage);
    }

    /// Sets what [#isProtected] tells.
    public void setProtected(Stage stage, boolean isProtected) {
        List<Stage> stages = new ArrayList<>(stages(PROTECTED));
        stages.remove(stage);
        if (isProtected) {
            stages.add(stage);
        }
        settings.set(PROTECTED, stages.stream().map(Stage::name).toList());
    }

    /// Names that no stage can have, which somebody may have written into the file, are passed over.
    private List<Stage> stages(Setting<List<String>> setting) {
        return settings.get(setting).stream()
                .filter(Stage::isValid)
                .distinct()
                .map(Stage::new)
                .toList();
    }
}
