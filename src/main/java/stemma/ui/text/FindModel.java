package stemma.ui.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.Sentences;
import stemma.ui.text.TextSearch.Match;

/// Finding and replacing: what is sought, what was found, what comes next.
final class FindModel {
    /// The text that is searched.
    interface Target {
        String text();

        int selectionStart();

        int selectionEnd();

        void select(int start, int end);

        /// Makes one edit that is undone as one.
        void replace(EditHistory.Edit edit);

        /// The matches are others than before.
        void found(List<Match> matches);

        /// The author wants to go on writing.
        void closed();
    }

    private final Target target;
    private final ResourceBundle messages;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final StringProperty replacement = new SimpleStringProperty(this, "replacement", "");
    private final BooleanProperty caseSensitive = new SimpleBooleanProperty(this, "caseSensitive");
    private final BooleanProperty wholeWord = new SimpleBooleanProperty(this, "wholeWord");
    private final BooleanProperty regex = new SimpleBooleanProperty(this, "regex");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper(this, "replacing");
    private final ReadOnlyBooleanWrapper found = new ReadOnlyBooleanWrapper(this, "found");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
    private @Nullable TextSearch search;
    private String searched = "";
    private String announcement = "";
    private TextSearch.Result result = new TextSearch.Result(List.of(), false);

    FindModel(Target target, ResourceBundle messages) {
        this.target = target;
        this.messages = messages;
        query.subscribe(this::sought);
        caseSensitive.subscribe(this::sought);
        wholeWord.subscribe(this::sought);
        regex.subscribe(this::sought);
    }

    StringProperty queryProperty() {
        return query;
    }

    StringProperty replacementProperty() {
        return replacement;
    }

    BooleanProperty caseSensitiveProperty() {
        return caseSensitive;
    }

    BooleanProperty wholeWordProperty() {
        return wholeWord;
    }

    BooleanProperty regexProperty() {
        return regex;
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty replacingProperty() {
        return replacing.getReadOnlyProperty();
    }

    /// Whether there is something to go to or to replace.
    ReadOnlyBooleanProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// "3 of 9", or that nothing was found.
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// What is wrong with the pattern; empty when nothing is.
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /// Opens for finding; a selection within one line becomes what is sought.
    void open() {
        begin(false);
    }

    /// Opens for replacing.
    void openReplace() {
        begin(true);
    }

    private void begin(boolean withReplacement) {
        String text = target.text();
        String selected = text.substring(target.selectionStart(), target.selectionEnd());
        replacing.set(withReplacement);
        open.set(true);
        if (!selected.isEmpty() && !selected.contains("\n") && selected.length() < 200 && !regex.get()) {
            query.set(selected);
        }
        refresh();
    }

    void close() {
        if (open.get()) {
            open.set(false);
            searched = "";
            result = new TextSearch.Result(List.of(), false);
            target.found(List.of());
            target.closed();
        }
    }

    /// The text has changed; call it as often as you like.
    void refresh() {
        if (!open.get()) {
            return;
        }
        String text = target.text();
        announcement = text.equals(searched) ? announcement : "";
        searched = text;
        result = search == null ? new TextSearch.Result(List.of(), false) : search.find(text);
        found.set(!result.matches().isEmpty());
        target.found(result.matches());
        tell();
    }

    /// The selection has moved; the count follows it.
    void tell() {
        if (!error.get().isEmpty() || query.get().isEmpty()) {
            status.set("");
        } else if (!announcement.isEmpty()) {
            status.set(announcement);
        } else if (result.matches().isEmpty()) {
            status.set(messages.getString(result.stopped() ? "text.find.stopped" : "text.find.none"));
        } else {
            int current = current();
            String count = result.matches().size() + (result.stopped() ? "+" : "");
            status.set(
                    current < 0
                            ? MessageFormat.format(messages.getString("text.find.count"), count)
                            : MessageFormat.format(messages.getString("text.find.position"), current + 1 + "", count));
        }
    }

    void next() {
        go(true);
    }

    void previous() {
        go(false);
    }

    private void go(boolean forward) {
        if (!open.get() && !query.get().isEmpty()) {
            open.set(true);
        }
        refresh();
        announcement = "";
        List<Match> matches = result.matches();
        if (matches.isEmpty()) {
            return;
        }
        int index = forward ? firstFrom(target.selectionEnd()) : firstFrom(target.selectionStart()) - 1;
        if (forward && index < matches.size() && current() == index) {
            index++;
        }
        select(matches.get(Math.floorMod(index, matches.size())));
    }

    private void select(Match match) {
        target.select(match.start(), match.end());
        tell();
    }

    /// Index of the first match that starts at or after a position; the number of matches when none does.
    private int firstFrom(int position) {
        List<Match> matches = result.matches();
        int low = 0;
        int high = matches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (matches.get(middle).start() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Index of the match that is selected, or -1.
    private int current() {
        int index = firstFrom(target.selectionStart());
        return index < result.matches().size()
                        && result.matches().get(index).equals(new Match(target.selectionStart(), target.selectionEnd()))
                ? index
                : -1;
    }

    /// Replaces the selected match and goes to the next; goes to the next when none is selected.
    void replace() {
        refresh();
        int index = current();
        if (index >= 0) {
            int start = result.matches().get(index).start();
            Optional<EditHistory.Edit> edit = made(true, start);
            if (edit.isEmpty()) {
                return;
            }
            target.replace(edit.get());
            int end = edit.get().position() + edit.get().inserted().length();
            target.select(end, end);
        }
        next();
    }

    /// Replaces every match as one step.
    void replaceAll() {
        refresh();
        int count = result.matches().size();
        Optional<EditHistory.Edit> edit = made(false, 0);
        edit.ifPresent(target::replace);
        if (edit.isPresent()) {
            refresh();
            String number = count + (result.stopped() ? "+" : "");
            announcement = MessageFormat.format(messages.getString("text.find.replaced"), number);
            tell();
        }
    }

    private Optional<EditHistory.Edit> made(boolean one, int from) {
        if (search == null) {
            return Optional.empty();
        }
        try {
            String text = target.text();
            return one
                    ? search.replaceFirst(text, replacement.get(), from)
                    : search.replaceAll(text, replacement.get());
        } catch (TextSearch.BadPattern e) {
            error.set(said("text.find.badReplacement", e));
            return Optional.empty();
        }
    }

    private String said(String key, TextSearch.BadPattern problem) {
        return MessageFormat.format(messages.getString(key), Sentences.say(problem.sentence()));
    }

    private void sought() {
        search = null;
        announcement = "";
        error.set("");
        if (!query.get().isEmpty()) {
            try {
                TextSearch.Options options =
                        new TextSearch.Options(caseSensitive.get(), wholeWord.get(), regex.get());
                search = new TextSearch(query.get(), options, System::nanoTime);
            } catch (TextSearch.BadPattern e) {
                error.set(said("text.find.badPattern", e));
            }
        }
        refresh();
        if (!open.get() || result.matches().isEmpty() || current() >= 0) {
            return;
        }
        // As one types, the first match from where the author is comes into view.
        int index = firstFrom(target.selectionStart());
        select(result.matches().get(index % result.matches().size()));
    }
}
