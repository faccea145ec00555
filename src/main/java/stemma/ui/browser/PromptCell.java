package stemma.ui.browser;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.StringJoiner;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.ui.common.AgeLabel;
import stemma.ui.common.Messages;
import stemma.ui.common.Times;

/// How a prompt looks in the list and in the tree: its name with the newest label, then stages, tags and last change.
final class PromptCell {
    /// What tags that are cut need at least, in heights of their letters.
    private static final double LEAST_OF_TAGS = 4;

    private final boolean wholeId;
    private final Label name = new Label();
    private final Label head = new Label();
    private final FontIcon draft = new FontIcon("bx-pencil");
    private final StageBadges stages = new StageBadges();
    private final Label tags = new Label();
    private final AgeLabel changed;
    private final VBox box;

    /// @param wholeId whether the name shows the id with its folders
    PromptCell(Times times, boolean wholeId) {
        this.changed = new AgeLabel(times);
        this.wholeId = wholeId;
        name.getStyleClass().add("prompt-name");
        head.getStyleClass().addAll("prompt-head", "quiet");
        changed.getStyleClass().add("prompt-changed");
        draft.getStyleClass().add("draft-mark");
        HBox named = new HBox(6, name, draft);
        named.setAlignment(Pos.CENTER_LEFT);
        GivingRow first = new GivingRow(named, () -> named.prefWidth(-1), head);
        tags.getStyleClass().addAll("prompt-tags", "quiet");
        // Tags get what stages and time leave, however long they are.
        tags.setMinWidth(0);
        tags.setPrefWidth(0);
        tags.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(tags, Priority.ALWAYS);
        tags.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        this::tagsSaySomething, tags.widthProperty(), tags.textProperty(), tags.fontProperty()));
        HBox marks = new HBox(4, stages, tags);
        marks.setAlignment(Pos.CENTER_LEFT);
        GivingRow second = new GivingRow(marks, stages::leastWidth, changed);
        box = new VBox(2, first, second);
        box.getStyleClass().add("prompt-cell");
        box.setMinWidth(0);
    }

    Node node() {
        return box;
    }

    void show(PromptRow row) {
        name.setText(wholeId ? row.id().value() : row.id().name());
        draft.setVisible(row.hasDraft());
        draft.setManaged(row.hasDraft());
        stages.show(new LinkedHashMap<>());
        tags.setText("");
        head.setText(row.summary().map(summary -> summary.head().value()).orElse(""));
        row.summary().map(PromptSummary::changedAt).ifPresentOrElse(
                changed::show, () -> changed.say(Messages.text("browser.row.new")));
        row.summary().ifPresent(this::showBadges);
    }

    private void showBadges(PromptSummary summary) {
        SequencedMap<Stage, String> texts = new LinkedHashMap<>();
        summary.stages().reversed().forEach((stage, label) -> texts.put(stage, shortName(stage) + " " + label));
        stages.show(texts);
        tags.setText(String.join(", ", summary.tags()));
    }

    /// Two letters of a tag and dots would say nothing.
    private boolean tagsSaySomething() {
        return tags.getWidth() >= tags.getFont().getSize() * Math.min(LEAST_OF_TAGS, tags.getText().length());
    }

    private static String shortName(Stage stage) {
        return stage.equals(Stage.PRODUCTION)
                ? Messages.text("browser.stage.production")
                : stage.equals(Stage.STAGING) ? Messages.text("browser.stage.staging") : stage.name();
    }

    /// What a screen reader says, and what the tooltip shows.
    static String description(PromptRow row, Times times) {
        StringJoiner text = new StringJoiner(", ");
        text.add(row.id().value());
        row.summary().ifPresent(summary -> {
            if (!summary.title().isEmpty()) {
                text.add(summary.title());
            }
            text.add(Messages.text("browser.row.newest", summary.head().value()));
            summary.stages().reversed().forEach((stage, label) -> text.add(stage + " " + label));
            summary.tags().forEach(text::add);
            text.add(Messages.text("browser.row.changed", times.exact(summary.changedAt()), summary.author()));
        });
        if (row.hasDraft()) {
            text.add(Messages.text("browser.row.draft"));
        }
        return text.toString();
    }
}
