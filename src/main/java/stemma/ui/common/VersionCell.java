package stemma.ui.common;

import java.util.StringJoiner;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stemma.prompt.VersionInfo;

/// A version in the list: label, stages, tags, time, message and author.
public final class VersionCell extends ListCell<VersionInfo> {
    /// Where an author's name leaves no room for the message, in characters.
    private static final int LONGEST_AUTHOR = 24;

    /// A tag of more characters may be cut, to the width below and not to nothing.
    private static final int SHORT_TAG = 6;

    private static final double SHORTEST_TAG = 64;

    private final Times times;
    private final Label label = new Label();
    private final HBox badges = new HBox(4);
    private final AgeLabel time;
    private final Label message = new Label();
    private final Label author = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final VBox box;

    public VersionCell(Times times) {
        this.times = times;
        this.time = new AgeLabel(times);
        label.getStyleClass().add("version-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        time.setMinWidth(Region.USE_PREF_SIZE);
        author.getStyleClass().add("quiet");
        author.setMinWidth(Region.USE_PREF_SIZE);
        Badges.keepInside(badges);
        HBox.setHgrow(badges, Priority.ALWAYS);
        HBox first = new HBox(6, label, badges, time);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        HBox second = new HBox(6, message, author);
        box = new VBox(2, first, second);
        box.getStyleClass().add("version-cell");
        box.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable VersionInfo version, boolean isEmpty) {
        super.updateItem(version, isEmpty);
        if (isEmpty || version == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        label.setText(version.label().value());
        badges.getChildren().clear();
        version.stages().reversed().forEach(stage -> badges.getChildren().add(Badges.stage(stage)));
        version.tags().forEach(tag -> badges.getChildren().add(tag(tag)));
        time.show(version.createdAt());
        message.setText(firstLine(version.message()));
        author.setText(shortened(version.author()));
        String description = description(version);
        tooltip.setText(description);
        setTooltip(tooltip);
        setAccessibleText(description);
        setGraphic(box);
    }

    private static Label tag(String tag) {
        Label badge = Badges.tag(tag);
        badge.setMinWidth(tag.length() <= SHORT_TAG ? Region.USE_PREF_SIZE : SHORTEST_TAG);
        return badge;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_AUTHOR
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_AUTHOR - 1)).strip() + "…";
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    private String description(VersionInfo version) {
        StringJoiner text = new StringJoiner("\n");
        text.add(Messages.text("history.version", version.label().value()));
        if (!version.stages().isEmpty()) {
            text.add(String.join(", ", version.stages().reversed().stream().map(Object::toString).toList()));
        }
        if (!version.tags().isEmpty()) {
            text.add(String.join(", ", version.tags()));
        }
        text.add(times.exact(version.createdAt()));
        if (!version.author().isEmpty()) {
            text.add(version.author());
        }
        if (!version.message().isBlank()) {
            text.add(version.message().strip());
        }
        return text.toString();
    }
}
