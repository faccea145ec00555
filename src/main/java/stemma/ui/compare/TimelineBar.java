package stemma.ui.compare;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import stemma.ui.common.WrappingRow;

/// The slider over a prompt's versions; there only while there are versions to walk through.
final class TimelineBar {
    private final WrappingRow bar;
    private final Slider slider;
    private final ToggleButton pin;
    private final ToggleButton blame;
    private final Label caption;
    private final HBox originBar;
    private final Label origin;
    private final Node show;
    private Subscription current = Subscription.EMPTY;

    /// @param originBar shown while it is known where the reader's line is from, which `origin` tells
    /// @param show goes there
    TimelineBar(
            WrappingRow bar,
            Slider slider,
            ToggleButton pin,
            ToggleButton blame,
            Label caption,
            HBox originBar,
            Label origin,
            Node show) {
        this.bar = bar;
        this.slider = slider;
        this.pin = pin;
        this.blame = blame;
        this.caption = caption;
        this.originBar = originBar;
        this.origin = origin;
        this.show = show;
    }

    void bind(CompareModel model) {
        bar.managedProperty().bind(bar.visibleProperty());
        originBar.managedProperty().bind(originBar.visibleProperty());
        show.managedProperty().bind(show.visibleProperty());
        originBar.setVisible(false);
        model.timelineProperty().subscribe(this::show);
    }

    private void show(Optional<Timeline> timeline) {
        current.unsubscribe();
        current = Subscription.EMPTY;
        bar.setVisible(timeline.isPresent());
        originBar.setVisible(false);
        timeline.ifPresent(this::follow);
    }

    private void follow(Timeline timeline) {
        slider.setMax(timeline.count() - 1);
        slider.setMin(0);
        pin.setSelected(timeline.pinnedProperty().get());
        blame.setSelected(timeline.blamedProperty().get());
        Runnable tell = () -> tellOrigin(timeline);
        current = Subscription.combine(
                timeline.positionProperty().subscribe(position -> slider.setValue(position.intValue())),
                slider.valueProperty().subscribe((_, value) -> {
                    int position = (int) Math.round(value.doubleValue());
                    if (position != timeline.positionProperty().get()) {
                        timeline.positionProperty().set(position);
                    }
                }),
                pin.selectedProperty().subscribe((_, selected) -> timeline.pinnedProperty().set(selected)),
                timeline.pinnedProperty().subscribe(pin::setSelected),
                blame.selectedProperty().subscribe((_, selected) -> timeline.blamedProperty().set(selected)),
                timeline.blamedProperty().subscribe(blame::setSelected),
                timeline.captionBinding().subscribe(caption::setText),
                timeline.originBinding().subscribe(tell),
                timeline.blameNoteProperty().subscribe(tell),
                timeline.blamedProperty().subscribe(tell));
        tell.run();
    }

    /// Where the reader's line is from; with blame on also why no line tells that yet.
    private void tellOrigin(Timeline timeline) {
        String known = timeline.originBinding().get();
        String note = timeline.blamedProperty().get() ? timeline.blameNoteProperty().get() : "";
        origin.setText(known.isEmpty() ? note : known);
        show.setVisible(!known.isEmpty());
        originBar.setVisible(!origin.getText().isEmpty());
    }
}
