package stemma.ui.tag;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import stemma.prompt.Tags;
import stemma.prompt.VersionInfo;
import stemma.registry.Tagging;
import stemma.ui.common.Messages;
import stemma.ui.common.Sentences;
import stemma.ui.common.Tasks;

/// The tags of a version while they are being changed. Nothing is written before [#apply].
public final class TagModel {
    private final Tagging tagging;
    private final VersionInfo version;
    private final Collection<String> inUse;
    private final Tasks tasks;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<SortedSet<String>> tags;

    /// @param inUse tags to complete from
    public TagModel(Tagging tagging, VersionInfo version, Collection<String> inUse, Tasks tasks) {
        this.tagging = tagging;
        this.version = version;
        this.inUse = List.copyOf(inUse);
        this.tasks = tasks;
        this.tags = new ReadOnlyObjectWrapper<>(version.tags());
    }

    public VersionInfo version() {
        return version;
    }

    /// What is being typed.
    public StringProperty typedProperty() {
        return typed;
    }

    public ReadOnlyObjectProperty<SortedSet<String>> tagsProperty() {
        return tags.getReadOnlyProperty();
    }

    /// Why what is typed is no tag; empty when it is one, or nothing is typed.
    public Optional<String> problem() {
        String text = typed.get().strip();
        return text.isEmpty()
                ? Optional.empty()
                : Tags.problem(text).map(problem -> Messages.text("tag.problem", Sentences.say(problem)));
    }

    /// Tags in use that begin with, or else hold, what is typed; all of them before something is typed.
    public List<String> suggestions() {
        String text = typed.get().strip().toLowerCase(Locale.ROOT);
        SortedSet<String> chosen = tags.get();
        return inUse.stream()
                .filter(tag -> !chosen.contains(tag) && tag.toLowerCase(Locale.ROOT).contains(text))
                .sorted((left, right) -> Boolean.compare(
                        right.toLowerCase(Locale.ROOT).startsWith(text),
                        left.toLowerCase(Locale.ROOT).startsWith(text)))
                .toList();
    }

    /// Takes what is typed as a tag, if it can be one.
    public void add() {
        add(typed.get().strip());
    }

    public void add(String tag) {
        if (Tags.problem(tag).isEmpty()) {
            SortedSet<String> more = new TreeSet<>(tags.get());
            more.add(tag);
            tags.set(more);
            typed.set("");
        }
    }

    public void remove(String tag) {
        SortedSet<String> fewer = new TreeSet<>(tags.get());
        fewer.remove(tag);
        tags.set(fewer);
    }

    /// Writes what was added and removed; what is typed but not added yet is added first.
    public void apply(Consumer<VersionInfo> onDone, Consumer<Exception> onFailed) {
        add();
        SortedSet<String> added = new TreeSet<>(tags.get());
        added.removeAll(version.tags());
        SortedSet<String> removed = new TreeSet<>(version.tags());
        removed.removeAll(tags.get());
        if (added.isEmpty() && removed.isEmpty()) {
            return;
        }
        tasks.run(
                Messages.text("tag.doing"),
                _ -> tagging.change(version.prompt(), version.label(), added, removed),
                onDone,
                onFailed);
    }
}
