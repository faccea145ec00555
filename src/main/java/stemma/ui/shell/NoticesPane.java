package stemma.ui.shell;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Notices.Notice;
import stemma.ui.common.RightToLeft;

/// The notices in a corner of the window. What is done goes away after some seconds, unless the pointer rests on it or
/// it has the keyboard; errors stay until they are dismissed and can be copied.
final class NoticesPane extends VBox {
    private static final Duration SHOWN = Duration.seconds(8);

    private final Notices notices;
    private final Map<Notice, Node> cards = new IdentityHashMap<>();
    private @Nullable Node keyboardBefore;

    NoticesPane(Notices notices) {
        this.notices = notices;
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        notices.current().forEach(this::add);
        notices.current().addListener((ListChangeListener<Notice>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::remove);
                List.copyOf(change.getAddedSubList()).forEach(this::add);
            }
        });
    }

    /// Puts the keyboard on what can be done about the newest notice.
    ///
    /// @return false when there is no notice
    boolean takeKeyboard() {
        if (getChildren().isEmpty()) {
            return false;
        }
        keyboardBefore = getScene().getFocusOwner();
        List<Node> buttons = List.copyOf(getChildren().getLast().lookupAll(".button"));
        buttons.getLast().requestFocus();
        return true;
    }

    private void remove(Notice notice) {
        Node card = cards.remove(notice);
        boolean hadKeyboard = card.isFocusWithin();
        getChildren().remove(card);
        if (hadKeyboard && keyboardBefore != null && keyboardBefore.getScene() == getScene()) {
            keyboardBefore.requestFocus();
        }
    }

    private void add(Notice notice) {
        Label text = new Label(notice.text());
        RightToLeft.wrap(text);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("notice-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        FontIcon icon = new FontIcon(notice.isError() ? "fth-alert-triangle" : "fth-check");
        HBox first = new HBox(8, icon, text, button("fth-x", "notice.dismiss", () -> notices.dismiss(notice)));
        first.setAlignment(Pos.TOP_LEFT);
        VBox card = new VBox(6, first);
        card.getStyleClass().addAll("notice", notice.isError() ? "error" : "done");
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.setAccessibleText(notice.text() + " " + notice.detail().orElse(""));
        notice.detail().ifPresent(detail -> {
            Label label = new Label(detail);
            RightToLeft.wrap(label);
            label.setMinHeight(Region.USE_PREF_SIZE);
            HBox below = new HBox(8, label, button("fth-copy", "notice.copy", () -> Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, notice.text() + "\n" + detail))));
            HBox.setHgrow(label, Priority.ALWAYS);
            label.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(below);
        });
        notice.action().ifPresent(action -> {
            Button button = new Button(action.text());
            button.getStyleClass().addAll("small");
            button.setOnAction(_ -> {
                notices.dismiss(notice);
                action.run().run();
            });
            card.getChildren().add(button);
        });
        cards.put(notice, card);
        getChildren().add(card);
        if (!notice.isError()) {
            leaveLater(notice, card);
        }
    }

    private void leaveLater(Notice notice, Node card) {
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(_ -> {
            if (card.isHover() || card.isFocusWithin()) {
                pause.playFromStart();
            } else {
                notices.dismiss(notice);
            }
        });
        pause.play();
    }

    private static Button button(String icon, String textKey, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(Messages.text(textKey));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
