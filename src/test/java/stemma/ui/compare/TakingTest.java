package stemma.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stemma.diff.Side;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.ui.common.DirectTasks;

class TakingTest {
    private final CompareModel model = new CompareModel(new DirectTasks());
    private final List<Content> drafts = new ArrayList<>();

    private Content draft() {
        return drafts.getLast();
    }

    private Subject editable(Content content) {
        return Subject.ofDraft("draft", new Subject.Draft(content, drafts::add, () -> editable(draft())));
    }

    private void compare(Content version, Content draft) {
        model.compare(Subject.of("version", version), editable(draft));
    }

    @Test
    void givesTheDraftOneChangedLine() {
        compare(Content.plain("one\nold two\nthree\n\nfour old\n"), Content.plain("one\nnew two\nthree\n\nfour new\n"));
        model.next();
        model.take();

        assertThat(draft()).isEqualTo(Content.plain("one\nold two\nthree\n\nfour new\n"));
        assertThat(model.hunks()).hasSize(1);
        assertThat(model.currentProperty().get()).isZero();
    }

    @Test
    void takesItBack() {
        Content before = Content.plain("one\nnew\nthree\n");
        compare(Content.plain("one\ntwo\nthree\n"), before);
        model.next();
        model.take();
        model.undoTake();

        assertThat(draft()).isEqualTo(before);
        assertThat(model.hunks()).hasSize(1);
    }

    @Test
    void offersOnlyWhatADraftCanHave() {
        Side tagged = Side.of(Content.plain("one"), List.of("launch"));
        model.compare(new Subject("version", () -> tagged), editable(Content.plain("two")));
        assertThat(model.takeableProperty().get()).as("before a change").isFalse();
        model.next();
        assertThat(model.takeableProperty().get()).as("a line").isTrue();
        assertThat(model.hunks()).as("a draft cannot have tags").hasSize(1);
        model.renderedProperty().set(true);
        model.next();
        assertThat(model.takeableProperty().get()).as("a line with sample values").isFalse();
    }

    @Test
    void takesIntoADraftOnTheLeftAsWell() {
        model.compare(
                editable(Content.plain("a b c\n")),
                Subject.of("version", Content.plain("a x c\n")));
        model.next();
        model.take();

        assertThat(draft()).isEqualTo(Content.plain("a x c\n"));
    }

    @Test
    void becomesTheVersionWhenEverythingIsTaken() {
        compare(Samples.chat1(), Samples.chat2());
        for (int i = 0; i < 60 && !model.hunks().isEmpty(); i++) {
            model.next();
            model.take();
        }

        assertThat(model.hunks()).isEmpty();
        assertThat(draft().checksum()).isEqualTo(Samples.chat1().checksum());
    }

    @Test
    void becomesTheVersionOnTheOtherSideToo() {
        compare(Samples.chat2(), Samples.chat1());
        for (int i = 0; i < 60 && !model.hunks().isEmpty(); i++) {
            model.next();
            model.take();
        }

        assertThat(draft().checksum()).isEqualTo(Samples.chat2().checksum());
    }

    @Test
    void movesTextBackToWhereItStood() {
        compare(Samples.long1(), Samples.long2());
        for (int i = 0; i < 60 && !model.hunks().isEmpty(); i++) {
            model.next();
            model.take();
        }

        assertThat(draft()).isEqualTo(Samples.long1());
    }

    @Test
    void takesARole() {
        compare(
                Content.chat(new Message("system", "You are kind and you never lie."), new Message("user", "Hi")),
                Content.chat(new Message("developer", "You are kind and you never lie."), new Message("user", "Hi")));
        model.next();
        model.take();

        assertThat(draft().messages().getFirst().role()).isEqualTo("system");
    }

    @Test
    void comparesWithTheDraftAsItIsNowWhicheverSideItIsOn() {
        compare(Content.plain("one\n"), Content.plain("two\n"));
        model.swap();
        drafts.add(Content.plain("three\n"));
        model.renew();

        assertThat(model.changes().orElseThrow().left()).isEqualTo(Content.plain("three\n"));
        assertThat(model.changes().orElseThrow().right()).isEqualTo(Content.plain("one\n"));
    }

    @Test
    void staysWhereItIsWhenTheDraftWasNotEdited() {
        Content draft = Content.plain("one\n\n\n\n\n\n\n\nthree\n");
        compare(Content.plain("two\n\n\n\n\n\n\n\nfour\n"), draft);
        drafts.add(draft);
        model.next();
        model.next();
        assertThat(model.currentProperty().get()).isEqualTo(1);
        model.renew();
        assertThat(model.currentProperty().get()).isEqualTo(1);
    }
}
