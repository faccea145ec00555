package stemma.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.ui.common.DirectTasks;
import stemma.ui.compare.TextSelection.Place;

class TextSelectionTest {
    private final CompareModel model = new CompareModel(new DirectTasks());

    private List<Item> items() {
        model.compare(
                Subject.of("left", Content.plain("first old line\nsecond\nthird\n")),
                Subject.of("right", Content.plain("first new line\nsecond\nthird\n")));
        return List.copyOf(model.shown().items());
    }

    @Test
    void reachesAcrossRowsOfOneSide() {
        TextSelection selection = TextSelection.at(Flank.LEFT, new Place(0, 6)).to(new Place(1, 3));

        assertThat(selection.text(items())).isEqualTo("old line\nsec");
        assertThat(selection.mark(0, Flank.LEFT, 14)).contains(new Mark(6, 14, Mark.Kind.SELECTED));
        assertThat(selection.mark(1, Flank.LEFT, 6)).contains(new Mark(0, 3, Mark.Kind.SELECTED));
        assertThat(selection.mark(1, Flank.RIGHT, 6)).isEmpty();
    }

    @Test
    void readsTheSameWhenDrawnUpwards() {
        TextSelection selection = TextSelection.at(Flank.RIGHT, new Place(1, 3)).to(new Place(0, 6));

        assertThat(selection.text(items())).isEqualTo("new line\nsec");
    }

    @Test
    void takesTheWordAroundAPlace() {
        assertThat(TextSelection.word(Flank.LEFT, new Place(0, 7), "first old line"))
                .isEqualTo(new TextSelection(Flank.LEFT, new Place(0, 6), new Place(0, 9)));
    }

    @Test
    void choosesNothingBeforeTheMouseMoves() {
        TextSelection selection = TextSelection.at(Flank.LEFT, new Place(0, 6));

        assertThat(selection.isEmpty()).isTrue();
        assertThat(selection.mark(0, Flank.LEFT, 14)).isEmpty();
    }
}
