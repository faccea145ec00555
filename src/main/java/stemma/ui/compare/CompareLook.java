package stemma.ui.compare;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the author likes compares to look; every compare follows.
///
/// @param monospaced whether every character is equally wide
/// @param changesListed whether the list of changes stands beside the rows
public record CompareLook(ObjectProperty<View> view, BooleanProperty monospaced, BooleanProperty changesListed) {
    public CompareLook() {
        this(new SimpleObjectProperty<>(View.SPLIT), new SimpleBooleanProperty(), new SimpleBooleanProperty());
    }
}
