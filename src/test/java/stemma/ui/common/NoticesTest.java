package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stemma.ui.common.Notices.Action;
import stemma.ui.common.Notices.Notice;

class NoticesTest {
    private final Notices notices = new Notices();

    @Test
    void theSameErrorAgainSaysHowOften() {
        Notice first = notices.error("Not saved", "the disk is full");
        notices.error("Not saved", "the folder is gone");
        Notice again = notices.error("Not saved", "the disk is full");

        assertThat(again).isSameAs(first);
        assertThat(notices.current()).hasSize(2);
        assertThat(first.timesProperty().get()).isEqualTo(2);
        notices.dismiss(first);
        assertThat(notices.error("Not saved", "the disk is full").timesProperty().get())
                .isOne();
    }

    @Test
    void theWayOutOfTheLastTimeIsOffered() {
        List<String> done = new ArrayList<>();
        notices.error("Unexpected", "null", new Action("Show", () -> done.add("first")));
        notices.error("Unexpected", "null", new Action("Show", () -> done.add("second")));

        assertThat(notices.current())
                .singleElement()
                .satisfies(notice -> notice.action().orElseThrow().run().run());
        assertThat(done).containsExactly("second");
    }

    @Test
    void eachThatCanBeTakenBackStaysByItself() {
        notices.done("Deleted", "Undo", () -> {});
        notices.done("Deleted", "Undo", () -> {});
        assertThat(notices.current()).hasSize(2);
    }
}
