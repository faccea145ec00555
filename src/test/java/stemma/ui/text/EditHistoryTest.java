package stemma.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stemma.ui.text.EditHistory.Edit;

class EditHistoryTest {
    private long now;
    private final EditHistory history = new EditHistory(() -> now);

    @Test
    void typingAWordIsOneStep() {
        type("one two", 0);
        assertThat(history.undo()).contains(new Edit(4, "two", ""));
        assertThat(history.undo()).contains(new Edit(0, "one ", ""));
        assertThat(history.undo()).isEmpty();
        assertThat(history.redo()).contains(new Edit(0, "", "one "));
    }

    @Test
    void aPauseAnotherPlaceAndAnEndBeginAStep() {
        type("a", 0);
        now += 3_000_000_000L;
        type("b", 1);
        type("c", 9);
        history.endStep();
        type("d", 10);
        assertThat(history.undo()).contains(new Edit(10, "d", ""));
        assertThat(history.undo()).contains(new Edit(9, "c", ""));
        assertThat(history.undo()).contains(new Edit(1, "b", ""));
        assertThat(history.undo()).contains(new Edit(0, "a", ""));
    }

    @Test
    void erasingBothWaysIsOneStepEach() {
        history.record(new Edit(4, "d", ""));
        history.record(new Edit(3, "c", ""));
        assertThat(history.undo()).contains(new Edit(3, "", "cd"));
        history.clear();
        history.record(new Edit(3, "c", ""));
        history.record(new Edit(3, "d", ""));
        assertThat(history.undo()).contains(new Edit(3, "", "cd"));
    }

    @Test
    void theOldestStepsAreForgotten() {
        for (int i = 0; i < 6_000; i++) {
            history.record(new Edit(i, "", "abc"));
        }
        int steps = 0;
        while (history.undo().isPresent()) {
            steps++;
        }
        assertThat(steps).isEqualTo(5_000);
    }

    private void type(String text, int position) {
        for (int i = 0; i < text.length(); i++) {
            history.record(new Edit(position + i, "", text.substring(i, i + 1)));
        }
    }
}
