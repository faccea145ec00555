package stemma.ui.editor;

import javafx.beans.value.ObservableValue;

/// How the author likes texts to look; every text follows.
///
/// @param fontSize in pixels
/// @param monospaced whether every character is equally wide
/// @param lineNumbers whether lines have numbers
public record TextLook(
        ObservableValue<Double> fontSize, ObservableValue<Boolean> monospaced, ObservableValue<Boolean> lineNumbers) {}
