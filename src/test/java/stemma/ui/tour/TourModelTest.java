package stemma.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class TourModelTest {
    private final List<String> happened = new ArrayList<>();
    private final ObjectProperty<Optional<String>> opened = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> never = new SimpleObjectProperty<>(Optional.empty());
    private final TourModel model = new TourModel(List.of(
            step("open", opened, Optional.of(() -> opened.set(Optional.of("a")))),
            step("look", never, Optional.empty()),
            step("end", never, Optional.empty())));

    private TourStep step(String title, ObjectProperty<Optional<String>> reached, Optional<Runnable> act) {
        return new TourStep(
                title, "", "Next", Optional::empty, () -> happened.add("prepare " + title), reached, act);
    }

    private String shown() {
        return model.stepProperty().get().map(TourStep::title).orElse("");
    }

    @Test
    void aStepEndsWhenTheReaderDidIt() {
        model.start();
        assertThat(shown()).isEqualTo("open");
        opened.set(Optional.of("b"));
        assertThat(shown()).isEqualTo("look");
        assertThat(model.number()).isEqualTo(2);
        assertThat(happened).containsExactly("prepare open", "prepare look");
    }

    @Test
    void whatWasThereBeforeDoesNotCountButAnotherDoes() {
        opened.set(Optional.of("before"));
        model.start();
        assertThat(shown()).isEqualTo("open");
        opened.set(Optional.empty());
        assertThat(shown()).isEqualTo("open");
        opened.set(Optional.of("chosen"));
        assertThat(shown()).isEqualTo("look");
    }

    @Test
    void goingOnDoesItForTheReader() {
        model.start();
        model.next();
        assertThat(opened.get()).contains("a");
        assertThat(shown()).isEqualTo("look");
    }

    @Test
    void goingOnDoesNothingTwice() {
        opened.set(Optional.of("before"));
        model.start();
        model.next();
        assertThat(opened.get()).contains("before");
        assertThat(shown()).isEqualTo("look");
    }

    @Test
    void itIsOverAfterTheLastStep() {
        model.start();
        model.next();
        model.next();
        model.next();
        assertThat(model.stepProperty().get()).isEmpty();
        assertThat(model.number()).isZero();
    }

    @Test
    void whoLeftIsLeftAlone() {
        model.start();
        model.leave();
        opened.set(Optional.of("later"));
        model.next();
        assertThat(model.stepProperty().get()).isEmpty();
        assertThat(happened).containsExactly("prepare open");
    }
}
