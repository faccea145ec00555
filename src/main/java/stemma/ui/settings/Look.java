package stemma.ui.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import stemma.ui.common.Scale;
import stemma.ui.common.Theme.Appearance;

/// How the window looks; it follows at once, but for the scale.
///
/// @param zoom how large text is, 1 being the usual size
/// @param scale how large everything is from the next start on
/// @param monospaced whether prompts are shown in a font whose characters are equally wide
public record Look(
        ObjectProperty<Appearance> appearance,
        DoubleProperty zoom,
        ObjectProperty<Scale> scale,
        BooleanProperty monospaced,
        BooleanProperty lineNumbers) {}
