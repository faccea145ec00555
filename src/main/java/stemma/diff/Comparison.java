package stemma.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CancellationException;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Message;
import stemma.prompt.Variable;

/// Compares contents as what they are: messages by what they say and who says it, variables by name, examples,
/// config and metadata as trees.
public final class Comparison {
    private final Side left;
    private final Side right;
    private final Whitespace whitespace;
    private final Budget budget;
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> ignored = new ArrayList<>();

    private Comparison(Side left, Side right, CompareOptions options) {
        this.left = left;
        this.right = right;
        whitespace = options.whitespace();
        budget = Budget.of(options);
    }

    /// Compares two contents with their tags. The budget is for all their texts together.
    ///
    /// @throws CancellationException when the options say that the compare is cancelled
    public static ChangeList of(Side left, Side right, CompareOptions options) {
        return new Comparison(left, right, options).compare();
    }

    /// Compares two contents that have no tags.
    ///
    /// @throws CancellationException when the options say that the compare is cancelled
    public static ChangeList of(Content left, Content right, CompareOptions options) {
        return of(Side.of(left), Side.of(right), options);
    }

    /// Compares with [CompareOptions#DEFAULT].
    public static ChangeList of(Content left, Content right) {
        return of(left, right, CompareOptions.DEFAULT);
    }

    private ChangeList compare() {
        Content before = left.content();
        Content after = right.content();
        if (!before.title().equals(after.title())) {
            add(new Change.TitleChanged(text(before.title(), after.title())));
        }
        if (!before.description().equals(after.description())) {
            add(new Change.DescriptionChanged(text(before.description(), after.description())));
        }
        if (!before.syntax().equals(after.syntax())) {
            changes.add(new Change.SyntaxChanged(before.syntax(), after.syntax()));
        }
        messages(before.messages(), after.messages());
        variables(before, after);
        examples(before.examples(), after.examples());
        JsonDiff.between(before.config(), after.config(), budget)
                .forEach(change -> changes.add(new Change.ConfigChanged(change)));
        JsonDiff.between(before.metadata(), after.metadata(), budget)
                .forEach(change -> changes.add(new Change.MetadataChanged(change)));
        left.tags().ifPresent(had -> right.tags().ifPresent(has -> tags(had, has)));
        return new ChangeList(changes, ignored, left.content(), right.content());
    }

    private void tags(SortedSet<String> before, SortedSet<String> after) {
        after.stream().filter(tag -> !before.contains(tag)).forEach(tag -> changes.add(new Change.TagAdded(tag)));
        before.stream().filter(tag -> !after.contains(tag)).forEach(tag -> changes.add(new Change.TagRemoved(tag)));
    }

    private TextDiff text(String before, String after) {
        return TextDiff.compare(before, after, whitespace, budget);
    }

    /// Takes a change of text; one of ignored blanks only is kept aside, so that the list stays exact.
    private void add(Change.OfText change) {
        (change.text().isEqual() ? ignored : changes).add(change);
    }

    private void messages(List<Message> before, List<Message> after) {
        int[] match = new ListMatcher<>(before, after, Message::role, Message::text, budget).match();
        boolean[] moved = ListMatcher.moved(match, i -> 1L + before.get(i).text().length());
        inReadingOrder(match, after.size(), new Visitor() {
            @Override
            public void removed(int i) {
                changes.add(new Change.MessageRemoved(i, before.get(i)));
            }

            @Override
            public void inserted(int j) {
                changes.add(new Change.MessageInserted(j, after.get(j)));
            }

            @Override
            public void both(int i, int j) {
                Message old = before.get(i);
                Message now = after.get(j);
                if (moved[i]) {
                    changes.add(new Change.MessageMoved(i, j));
                }
                if (!old.role().equals(now.role())) {
                    changes.add(new Change.RoleChanged(i, j, old.role(), now.role()));
                }
                if (!old.text().equals(now.text())) {
                    add(new Change.MessageEdited(i, j, text(old.text(), now.text())));
                }
            }
        });
    }

    private void variables(Content before, Content after) {
        int[] match = new VariableMatcher(before, after).match();
        boolean[] moved = ListMatcher.moved(match, _ -> 1);
        inReadingOrder(match, after.variables().size(), new Visitor() {
            @Override
            public void removed(int i) {
                changes.add(new Change.VariableRemoved(i, before.variables().get(i)));
            }

            @Override
            public void inserted(int j) {
                changes.add(new Change.VariableAdded(j, after.variables().get(j)));
            }

            @Override
            public void both(int i, int j) {
                variable(i, before.variables().get(i), j, after.variables().get(j), moved[i]);
            }
        });
    }

    private void variable(int i, Variable old, int j, Variable now, boolean moved) {
        String name = now.name();
        if (!old.name().equals(name)) {
            changes.add(new Change.VariableRenamed(i, j, old.name(), name));
        }
        if (moved) {
            changes.add(new Change.VariableMoved(i, j, name));
        }
        if (!old.type().equals(now.type())) {
            changes.add(new Change.VariableTypeChanged(i, name, old.type(), now.type()));
        }
        if (old.required() != now.required()) {
            changes.add(new Change.VariableRequiredChanged(i, name, now.required()));
        }
        if (!old.defaultValue().equals(now.defaultValue())) {
            changes.add(new Change.VariableDefaultChanged(i, name, old.defaultValue(), now.defaultValue()));
        }
        if (!old.description().equals(now.description())) {
            add(new Change.VariableDescriptionChanged(i, name, text(old.description(), now.description())));
        }
    }

    private void examples(List<Example> before, List<Example> after) {
        int[] match = new ListMatcher<>(
                        before, after, example -> example.input().canonical(), Comparison::words, budget)
                .match();
        boolean[] moved = ListMatcher.moved(match, i -> 1L + before.get(i).output().length());
        inReadingOrder(match, after.size(), new Visitor() {
            @Override
            public void removed(int i) {
                changes.add(new Change.ExampleRemoved(i, before.get(i)));
            }

            @Override
            public void inserted(int j) {
                changes.add(new Change.ExampleInserted(j, after.get(j)));
            }

            @Override
            public void both(int i, int j) {
                if (moved[i]) {
                    changes.add(new Change.ExampleMoved(i, j));
                }
                JsonDiff.between(before.get(i).input(), after.get(j).input(), budget)
                        .forEach(change -> changes.add(new Change.ExampleInputChanged(i, j, change)));
                if (!before.get(i).output().equals(after.get(j).output())) {
                    add(new Change.ExampleOutputChanged(
                            i, j, text(before.get(i).output(), after.get(j).output())));
                }
            }
        });
    }

    private static String words(Example example) {
        return example.input().canonical() + "\n" + example.output();
    }

    private interface Visitor {
        void removed(int i);

        void inserted(int j);

        void both(int i, int j);
    }

    /// Goes through the right list; what was removed comes where it stood between its neighbours.
    private static void inReadingOrder(int[] match, int rightCount, Visitor visitor) {
        int[] back = new int[rightCount];
        Arrays.fill(back, -1);
        for (int i = 0; i < match.length; i++) {
            if (match[i] >= 0) {
                back[match[i]] = i;
            }
        }
        int told = 0;
        for (int j = 0; j < rightCount; j++) {
            int i = back[j];
            if (i < 0) {
                visitor.inserted(j);
                continue;
            }
            for (; told < i; told++) {
                if (match[told] < 0) {
                    visitor.removed(told);
                }
            }
            visitor.both(i, j);
        }
        for (; told < match.length; told++) {
            if (match[told] < 0) {
                visitor.removed(told);
            }
        }
    }
}
