package stemma.ui.palette;

import java.util.List;
import java.util.function.BooleanSupplier;
import stemma.settings.Setting;

/// Where a palette looks. Safe for concurrent use: a search may begin while a cancelled one still runs.
public sealed interface PaletteSource permits CommandSource, QuickOpenSource {
    /// What to type, said in the empty field.
    String hint();

    /// Where ids of rows that were used are remembered, the last one first.
    Setting<List<String>> recentlyUsed();

    /// The best rows for what was typed, the best first. May block.
    ///
    /// @param recent ids of rows used lately, the last one first
    /// @param isCancelled asked now and then; when it holds, whatever is returned is dropped
    List<PaletteRow> find(String typed, List<String> recent, BooleanSupplier isCancelled);
}
