package stemma.ui.shell;

import java.lang.ref.WeakReference;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Notices.Notice;
import stemma.ui.common.Presence;
import stemma.ui.common.ShapedText;
import stemma.ui.common.UncachedScrollPane;

/// The notices in a corner of the window. What is done goes away after some seconds, later where it brings back what was
/// taken away, unless the pointer rests on it or it has the keyboard; errors stay until they are dismissed and can be
/// copied. A pile that is higher than the window is scrolled.
final class NoticesPane extends VBox {
    private static final Duration SHOWN = Duration.seconds(8);
    private static final Duration SHOWN_WITH_WAY_BACK = Duration.seconds(60);

    private final Notices notices;
    private final Map<Notice, Node> cards = new IdentityHashMap<>();
    private final VBox pile = new VBox();
    /// Weak, since a notice outlives what was open when it came.
    private WeakReference<@Nullable Node> keyboardBefore = new WeakReference<>(null);

    NoticesPane(Notices notices) {
        this.notices = notices;
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pile.getStyleClass().add("notice-pile");
        // A scroll pane would take the keyboard away from where it is.
        pile.setOnMousePressed(Event::consume);
        ScrollPane scroll = new UncachedScrollPane(pile);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.prefViewportHeightProperty().bind(pile.heightProperty());
        pile.heightProperty().subscribe((before, now) -> {
            if (now.doubleValue() > before.doubleValue()) {
                scroll.setVvalue(scroll.getVmax());
            }
        });
        getChildren().add(scroll);
        visibleProperty().bind(Bindings.isNotEmpty(pile.getChildren()));
        notices.current().forEach(this::add);
        notices.current().addListener((ListChangeListener<Notice>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::remove);
                List.copyOf(change.getAddedSubList()).forEach(this::add);
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe((before, _) -> {
            if (Keyboard.isIn(this) && before != null && !isMine(before)) {
                keyboardBefore = new WeakReference<>(before);
            }
        });
    }

    /// Puts the keyboard on what can be done about the newest notice.
    ///
    /// @return false when there is no notice
    boolean takeKeyboard() {
        if (pile.getChildren().isEmpty()) {
            return false;
        }
        List<Node> buttons = List.copyOf(pile.getChildren().getLast().lookupAll(".button"));
        buttons.getLast().requestFocus();
        return true;
    }

    private boolean isMine(Node node) {
        Node at = node;
        while (at != null && at != this) {
            at = at.getParent();
        }
        return at == this;
    }

    private void remove(Notice notice) {
        Node card = cards.remove(notice);
        boolean hadKeyboard = Keyboard.isIn(card);
        pile.getChildren().remove(card);
        Node before = keyboardBefore.get();
        if (hadKeyboard && before != null && before.getScene() == getScene()) {
            before.requestFocus();
        }
    }

    private void add(Notice notice) {
        Label text = new Label(notice.text());
        ShapedText.wrap(text);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("notice-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        FontIcon icon = new FontIcon(icon(notice));
        Label times = new Label();
        times.setMinWidth(Region.USE_PREF_SIZE);
        times.textProperty().bind(notice.timesProperty().map(often -> Messages.text("notice.times", often)));
        Presence.bind(times, notice.timesProperty().greaterThan(1));
        HBox first = new HBox(8, icon, text, times, button("bx-x", "notice.dismiss", () -> notices.dismiss(notice)));
        first.setAlignment(Pos.TOP_LEFT);
        VBox card = new VBox(6, first);
        card.getStyleClass().addAll("notice", style(notice));
        card.setAccessibleRole(AccessibleRole.TEXT);
        notice.timesProperty()
                .subscribe(often -> card.setAccessibleText(notice.text()
                        + (often.intValue() > 1 ? " " + times.getText() : "")
                        + " "
                        + notice.detail().orElse("")));
        notice.detail().ifPresent(detail -> {
            Label label = new Label(detail);
            ShapedText.wrap(label);
            label.setMinHeight(Region.USE_PREF_SIZE);
            HBox below = new HBox(8, label, button("bx-copy", "notice.copy", () -> Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, notice.text() + "\n" + detail))));
            HBox.setHgrow(label, Priority.ALWAYS);
            label.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(below);
        });
        notice.action().ifPresent(offered -> {
            Button button = new Button(offered.text());
            button.getStyleClass().addAll("small");
            button.setOnAction(_ -> {
                notices.dismiss(notice);
                notice.action().ifPresent(action -> action.run().run());
            });
            card.getChildren().add(button);
        });
        cards.put(notice, card);
        pile.getChildren().add(card);
        if (!notice.isError()) {
            leaveLater(notice, card);
        }
    }

    private static String icon(Notice notice) {
        if (notice.isError()) {
            return "bx-error";
        }
        return notice.isRemark() ? "bx-info-circle" : "bx-check";
    }

    private static String style(Notice notice) {
        if (notice.isError()) {
            return "error";
        }
        return notice.isRemark() ? "remark" : "done";
    }

    static Duration shown(Notice notice) {
        return notice.isWayBack() ? SHOWN_WITH_WAY_BACK : SHOWN;
    }

    private void leaveLater(Notice notice, Node card) {
        PauseTransition pause = new PauseTransition(shown(notice));
        pause.setOnFinished(_ -> {
            if (card.isHover() || card.isFocusWithin()) {
                pause.playFromStart();
            } else {
                notices.dismiss(notice);
            }
        });
        notice.timesProperty().subscribe(_ -> pause.playFromStart());
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
