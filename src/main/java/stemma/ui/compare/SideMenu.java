package stemma.ui.compare;

import java.util.List;
import javafx.scene.control.MenuItem;

/// Offers what else can stand on a side of a compare. Asked on the FX thread whenever the menu opens.
@FunctionalInterface
public interface SideMenu {
    /// Offers nothing: both sides stay what they are.
    SideMenu NONE = _ -> List.of();

    List<MenuItem> items(Flank flank);
}
