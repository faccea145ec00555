package stemma.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import stemma.ui.common.AfterLayout;
import stemma.ui.common.Fxml;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Messages;
import stemma.ui.common.Tasks;
import stemma.ui.text.PromptTextEditor;

/// The text of a prompt: one big text, or a stack of messages. A card lives as long as its message, so that typing,
/// moving and removing leave the others alone. A long chat is built a few cards at a time, so that the window never
/// stands still.
final class BodyController {
    private static final int CARDS_AT_ONCE = 4;

    /// A text becomes as tall as its lines in the layout after the one that lays the lines out.
    private static final int LAYOUTS = 2;

    private final ContentFields content;
    private final ContentActs acts;
    private final TextLook look;
    private final Tasks tasks;
    private final Map<MessageFields, MessageCardController> cards = new HashMap<>();
    private final Node node;
    private Optional<TextBox> plainText = Optional.empty();
    private Optional<MessageFields> plainMessage = Optional.empty();
    private Subscription subscriptions = Subscription.EMPTY;
    private boolean buildingMore;
    private boolean disposed;

    @FXML
    private StackPane plain;

    @FXML
    private ScrollPane chat;

    @FXML
    private VBox stack;

    @FXML
    private Button add;

    BodyController(ContentFields content, ContentActs acts, TextLook look, Tasks tasks) {
        this.content = content;
        this.acts = acts;
        this.look = look;
        this.tasks = tasks;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        plain.visibleProperty().bind(content.plainProperty());
        chat.visibleProperty().bind(content.plainProperty().not());
        add.setVisible(content.isEditable());
        subscriptions = Subscription.combine(
                content.messages().subscribe(this::arrange),
                content.plainProperty().subscribe((_, _) -> arrange()));
        arrange();
    }

    private void arrange() {
        if (content.plainProperty().get()) {
            clearCards();
            showPlain(content.messages().getFirst());
        } else {
            clearPlain();
            showCards();
        }
    }

    private void showPlain(MessageFields message) {
        if (plainMessage.equals(Optional.of(message))) {
            return;
        }
        clearPlain();
        TextBox text = new TextBox(message.textProperty(), content, look, tasks)
                .named(Messages.text("editor.plain.text"))
                .withPrompt(Messages.text("editor.message.prompt"));
        plainMessage = Optional.of(message);
        plainText = Optional.of(text);
        plain.getChildren().setAll(text.node());
    }

    private void showCards() {
        List<MessageFields> messages = content.messages();
        Optional<Integer> lostAt = cards.entrySet().stream()
                .filter(card -> !messages.contains(card.getKey()))
                .map(card -> card.getValue().node())
                .filter(Keyboard::isIn)
                .map(stack.getChildren()::indexOf)
                .findFirst();
        cards.keySet().stream()
                .filter(message -> !messages.contains(message))
                .toList()
                .forEach(gone -> cards.remove(gone).dispose());
        List<Node> nodes = new ArrayList<>();
        int built = 0;
        for (int i = 0; i < messages.size(); i++) {
            MessageFields message = messages.get(i);
            if (!cards.containsKey(message)) {
                if (built == CARDS_AT_ONCE) {
                    buildMoreSoon();
                    break;
                }
                cards.put(message, new MessageCardController(message, content, acts, look, tasks, this::showCopy));
                built++;
            }
            MessageCardController card = cards.get(message);
            card.place(i, messages.size());
            nodes.add(card.node());
        }
        nodes.add(add);
        if (!nodes.equals(stack.getChildren())) {
            stack.getChildren().setAll(nodes);
        }
        // The keyboard goes on where the removed message was.
        lostAt.filter(_ -> !messages.isEmpty())
                .map(at -> messages.get(Math.min(at, messages.size() - 1)))
                .map(cards::get)
                .ifPresent(MessageCardController::requestFocus);
    }

    private void buildMoreSoon() {
        if (!buildingMore) {
            buildingMore = true;
            tasks.onFxThread(() -> {
                buildingMore = false;
                if (!disposed) {
                    arrange();
                }
            });
        }
    }

    @FXML
    private void addMessage() {
        MessageFields message = acts.addMessage();
        Optional.ofNullable(cards.get(message)).ifPresent(MessageCardController::requestFocus);
        showEnd(LAYOUTS);
    }

    /// The messages keep their place when they become taller, so that their end is known only when they are laid out.
    private void showEnd(int layouts) {
        chat.setVvalue(chat.getVmax());
        if (layouts > 0 && chat.getScene() != null) {
            AfterLayout.once(chat.getScene(), () -> showEnd(layouts - 1));
        }
    }

    private void showCopy(MessageFields copy) {
        Optional.ofNullable(cards.get(copy)).ifPresent(card -> {
            card.requestFocus();
            showCard(card.node(), LAYOUTS);
        });
    }

    /// Scrolls as far as is needed to see a card, or its beginning when it is higher than the window.
    private void showCard(Node card, int layouts) {
        double room = chat.getViewportBounds().getHeight();
        double hidden = stack.getHeight() - room;
        Bounds place = card.getBoundsInParent();
        if (hidden > 0) {
            double top = chat.getVvalue() * hidden;
            double wanted = Math.min(Math.max(top, place.getMaxY() - room), place.getMinY());
            chat.setVvalue(Math.min(wanted / hidden, chat.getVmax()));
        }
        if (layouts > 0 && chat.getScene() != null) {
            AfterLayout.once(chat.getScene(), () -> showCard(card, layouts - 1));
        }
    }

    Node node() {
        return node;
    }

    /// Puts the caret where an author goes on writing.
    void requestFocus() {
        plainText.ifPresentOrElse(TextBox::requestFocus, () -> content.messages().stream()
                .findFirst()
                .map(cards::get)
                .ifPresentOrElse(MessageCardController::requestFocus, add::requestFocus));
    }

    /// Does something in the text that has the caret, or else in the first.
    void inText(Consumer<PromptTextEditor> action) {
        List<TextBox> texts = plainText.map(List::of).orElseGet(() -> content.messages().stream()
                .map(cards::get)
                .filter(Objects::nonNull)
                .map(MessageCardController::text)
                .toList());
        texts.stream()
                .filter(TextBox::hasCaret)
                .findFirst()
                .or(() -> texts.stream().findFirst())
                .ifPresent(text -> text.act(action));
    }

    /// Selects a stretch of a message, as for a variable's use.
    void select(int message, int start, int end) {
        if (message >= content.messages().size()) {
            return;
        }
        plainText.ifPresent(text -> text.select(start, end));
        Optional.ofNullable(cards.get(content.messages().get(message))).ifPresent(card -> card.select(start, end));
    }

    private void clearPlain() {
        plain.getChildren().clear();
        plainText.ifPresent(TextBox::dispose);
        plainText = Optional.empty();
        plainMessage = Optional.empty();
    }

    private void clearCards() {
        stack.getChildren().clear();
        cards.values().forEach(MessageCardController::dispose);
        cards.clear();
    }

    void dispose() {
        disposed = true;
        subscriptions.unsubscribe();
        clearPlain();
        clearCards();
    }
}
