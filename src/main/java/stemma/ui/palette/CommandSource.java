package stemma.ui.palette;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import stemma.settings.Setting;
import stemma.ui.common.Command;
import stemma.ui.common.Messages;

/// The commands that can be run now.
public final class CommandSource implements PaletteSource {
    static final Setting<List<String>> RECENT = Setting.texts("palette.recent");

    private final List<Entry> entries;

    private record Entry(Command command, String keys, String text) {
        static Entry of(Command command) {
            return new Entry(command, command.shownKeys(), Fuzzy.lower(command.text() + "\n" + command.menu()));
        }

        PaletteRow row(Fuzzy wanted) {
            BitSet marks = wanted.places(text);
            return new PaletteRow(command.id(), command.text(), marks, command.menu(), keys, command.action());
        }
    }

    /// @param age how many others were used since
    private record Hit(Entry entry, int score, int age) {}

    /// Called on the FX thread, since that is where commands know whether they can be run.
    public CommandSource(List<Command> commands) {
        entries = commands.stream()
                .filter(command -> command.isEnabled().getAsBoolean())
                .map(Entry::of)
                .toList();
    }

    @Override
    public String hint() {
        return Messages.text("palette.commands.hint");
    }

    @Override
    public Setting<List<String>> recentlyUsed() {
        return RECENT;
    }

    @Override
    public List<PaletteRow> find(String typed, List<String> recent, BooleanSupplier isCancelled) {
        Fuzzy wanted = Fuzzy.of(Typed.words(typed));
        List<Hit> hits = new ArrayList<>();
        for (Entry entry : entries) {
            OptionalInt score = wanted.score(entry.text());
            if (score.isPresent()) {
                int at = recent.indexOf(entry.command().id());
                hits.add(new Hit(entry, score.getAsInt(), at < 0 ? recent.size() : at));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::score).reversed().thenComparingInt(Hit::age));
        return hits.stream().map(hit -> hit.entry().row(wanted)).toList();
    }
}
