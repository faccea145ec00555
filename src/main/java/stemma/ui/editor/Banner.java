package stemma.ui.editor;

import java.util.List;

/// A line above the text that says what is special about it, with what can be done.
public record Banner(Kind kind, String text, List<Action> actions) {
    /// How loud it is.
    public enum Kind {
        INFO,
        WARNING,
        DANGER
    }

    /// A button that names an act.
    public record Action(String text, Runnable run) {}

    public Banner {
        actions = List.copyOf(actions);
    }

    static Banner of(Kind kind, String text, Action... actions) {
        return new Banner(kind, text, List.of(actions));
    }

    /// Whether it looks the same; the acts behind the buttons are not compared.
    boolean looksLike(Banner other) {
        return kind == other.kind && text.equals(other.text) && labels().equals(other.labels());
    }

    private List<String> labels() {
        return actions.stream().map(Action::text).toList();
    }
}
