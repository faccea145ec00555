package stemma.ui.tour;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Where a guided look is. Each step ends when the reader did what it shows, or goes on without. Used on the FX thread
/// only.
public final class TourModel {
    private final List<TourStep> steps;
    private final ReadOnlyObjectWrapper<Optional<TourStep>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Subscription reaching = Subscription.EMPTY;

    public TourModel(List<TourStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /// What is shown; nothing before the start and when it is over.
    public ReadOnlyObjectProperty<Optional<TourStep>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// The number of the step that is shown, from 1 on; 0 without one.
    public int number() {
        return step.get().map(steps::indexOf).orElse(-1) + 1;
    }

    public int count() {
        return steps.size();
    }

    public void start() {
        show(0);
    }

    /// Goes on. What the step waits for is done for the reader, unless it came about already.
    public void next() {
        step.get().ifPresent(shown -> {
            if (shown.act().isPresent() && shown.reached().getValue().isEmpty()) {
                shown.act().get().run();
            } else {
                show(number());
            }
        });
    }

    /// Ends it.
    public void leave() {
        reaching.unsubscribe();
        reaching = Subscription.EMPTY;
        step.set(Optional.empty());
    }

    private void show(int index) {
        reaching.unsubscribe();
        reaching = Subscription.EMPTY;
        if (index >= steps.size()) {
            leave();
            return;
        }
        TourStep shown = steps.get(index);
        shown.prepare().run();
        reaching = shown.reached().subscribe((_, now) -> {
            if (now.isPresent()) {
                show(index + 1);
            }
        });
        step.set(Optional.of(shown));
    }
}
