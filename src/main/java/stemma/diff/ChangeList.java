package stemma.diff;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import stemma.prompt.Content;
import stemma.prompt.Json;

/// What differs between two contents, in reading order: title, description and syntax, messages, variables,
/// examples, config, metadata, tags. Immutable.
public final class ChangeList {
    private final List<Change> changes;
    private final List<Change> ignored;
    private final Content left;
    private final Content right;

    ChangeList(List<Change> changes, List<Change> ignored, Content left, Content right) {
        this.changes = List.copyOf(changes);
        this.ignored = List.copyOf(ignored);
        this.left = left;
        this.right = right;
    }

    /// Everything that differs and counts.
    public List<Change> changes() {
        return changes;
    }

    /// Texts that differ only in blanks that the whitespace mode ignores.
    public List<Change> ignored() {
        return ignored;
    }

    public Content left() {
        return left;
    }

    public Content right() {
        return right;
    }

    /// Whether nothing differs that counts.
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// Whether some text was compared more coarsely because the budget was spent.
    public boolean isCoarse() {
        return changes.stream().anyMatch(change -> change instanceof Change.OfText text && text.text().isCoarse());
    }

    /// How the sides differ when they look alike: nothing but texts differs, and each only in invisible characters.
    /// Empty when they are equal or differ visibly.
    public Set<Invisible> invisible() {
        Set<Invisible> kinds = EnumSet.noneOf(Invisible.class);
        for (Change change : changes) {
            Set<Invisible> own = change instanceof Change.OfText text ? text.text().invisible() : Set.of();
            if (own.isEmpty()) {
                return Set.of();
            }
            kinds.addAll(own);
        }
        return Collections.unmodifiableSet(kinds);
    }

    /// Whether the sides differ, but only in characters that cannot be seen; [#summary()] says in which.
    public boolean onlyInvisible() {
        return !invisible().isEmpty();
    }

    /// One line that a person would write, such as "2 messages edited, 1 moved, variable `tone` added, temperature
    /// 0.2 → 0.7".
    public String summary() {
        return Summary.ofCode(this, Locale.ENGLISH);
    }

    /// The same line for people, in another language and with its quotes around names; English where the program does
    /// not speak it.
    public String summary(Locale locale) {
        return Summary.of(this, locale);
    }

    /// How far the next version label should go, and why.
    public SuggestedStep suggestedStep() {
        return SuggestedStep.of(this);
    }

    /// The list as JSON: `format` (1), `summary`, `suggestedStep` (`step`, `reason`), `coarse`, `invisible` and
    /// `changes`. Each change has a `type` in camel case, such as `messageEdited`; `left` and `right` where it has
    /// places, counted from 0; texts as `edits` (`offset` and `length` in UTF-16 units of the left text, `text` that
    /// replaces it); values as `before` and `after`, absent when there was none; JSON values with their `path`.
    /// Members may be added in later versions; those named here stay.
    public Json.Object toJson() {
        return ChangeJson.write(this);
    }
}
