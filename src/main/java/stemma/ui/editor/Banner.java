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

    /// Whether two lists look the same; the acts behind the buttons are not compared.
    static boolean lookAlike(List<Banner> left, List<Banner> right) {
        return looks(left).equals(looks(right));
    }

    private static List<List<Object>> looks(List<Banner> banners) {
        return banners.stream()
                .map(banner -> List.<Object>of(
                        banner.kind, banner.text, banner.actions.stream().map(Action::text).toList()))
                .toList();
    }
}
