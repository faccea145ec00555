package stemma.ui.compare;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// The slider over a prompt's versions; there only while there are versions to walk through.
final class TimelineBar {
    private final HBox bar;
    private final Slider slider;
    private final ToggleButton pin;
    private final Label caption;
    private final HBox originBar;
    private final Label origin;
    private Subscription current = Subscription.EMPTY;

    /// @param originBar shown while it is known where the reader's line is from, which `origin` tells
    TimelineBar(HBox bar, Slider slider, ToggleButton pin, Label caption, HBox originBar, Label origin) {
        this.bar = bar;
        this.slider = slider;
        this.pin = pin;
        this.caption = caption;
        this.originBar = originBar;
        this.origin = origin;
    }

    void bind(CompareModel model) {
        bar.managedProperty().bind(bar.visibleProperty());
        originBar.managedProperty().bind(originBar.visibleProperty());
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
        current = Subscription.combine(
                timeline.positionProperty().subscribe(position -> slider.setValue(position.intValue())),
                slider.valueProperty().subscribe((_, value) -> {
                    int position = (int) Math.round(value.doubleValue());
                    if (position != timeline.positionProperty().get()) {
                        timeline.positionProperty().set(position);
                    }
                }),
                pin.selectedProperty().subscribe((_, selected) -> timeline.pinnedProperty().set(selected)),
                timeline.captionBinding().subscribe(caption::setText),
                timeline.originBinding().subscribe(text -> {
                    origin.setText(text);
                    originBar.setVisible(!text.isEmpty());
                }));
    }
}
