package stemma.ui.tour;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// One thing that is shown.
///
/// @param title what it is
/// @param text what to do and what to see; see [TourText]
/// @param next what the button says that goes on
/// @param anchor the control it is about, when that is on the screen now
/// @param prepare brings the control onto the screen
/// @param reached what came about when the reader did it; a value that was there before does not count
/// @param act does it for the reader who presses the button instead; none where there is nothing to do
public record TourStep(
        String title,
        String text,
        String next,
        Supplier<Optional<? extends Node>> anchor,
        Runnable prepare,
        ObservableValue<? extends Optional<?>> reached,
        Optional<Runnable> act) {}
