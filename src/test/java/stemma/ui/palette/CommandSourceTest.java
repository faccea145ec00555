package stemma.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import stemma.ui.common.Command;

class CommandSourceTest {
    private final List<String> run = new ArrayList<>();
    private final List<Command> commands = List.of(
            command("import", "File", "Import…", "", true),
            command("promote", "Prompt", "Promote…", "Alt+M", true),
            command("compareProduction", "Compare", "Compare with production", "", true),
            command("closeStore", "File", "Close store", "", false));

    private Command command(String id, String menu, String text, String keys, boolean isEnabled) {
        Optional<KeyCombination> usual = Optional.of(keys).filter(name -> !name.isEmpty()).map(KeyCombination::valueOf);
        return new Command(
                id, menu, text, usual, new SimpleObjectProperty<>(usual.orElse(null)), () -> isEnabled, () -> run.add(id));
    }

    private List<PaletteRow> find(String typed, String... recent) {
        return new CommandSource(commands).find(typed, List.of(recent), () -> false);
    }

    private static List<String> ids(List<PaletteRow> rows) {
        return rows.stream().map(PaletteRow::id).toList();
    }

    @Test
    void everyCommandThatCanRunIsThereWithItsKeys() {
        assertThat(find("")).extracting(PaletteRow::id).containsExactly("import", "promote", "compareProduction");
        assertThat(find("prom").getFirst().keys()).isEqualTo("Alt+M");
    }

    @Test
    void thoseUsedLatelyComeFirst() {
        assertThat(ids(find("", "compareProduction", "promote")))
                .containsExactly("compareProduction", "promote", "import");
        assertThat(ids(find("pro", "compareProduction"))).startsWith("promote");
    }

    @Test
    void theMenuCountsAsAWord() {
        assertThat(ids(find("file imp"))).containsExactly("import");
    }

    @Test
    void aRowRunsItsCommand() {
        find("cwp").getFirst().action().run();
        assertThat(run).containsExactly("compareProduction");
    }
}
