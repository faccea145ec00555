package stemma.ui.browser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import stemma.draft.Draft;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.registry.Catalogue;
import stemma.registry.Registry;
import stemma.store.StoreException;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;

/// The list of prompts: what is listed, how it is narrowed and sorted, and which prompt is chosen.
public final class BrowserModel {
    private final Registry registry;
    private final TextSearch textSearch;
    private final Tasks tasks;
    private final Notices notices;
    private final TaskSlot listing;

    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Stage>> stage = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableSet<String> tags = FXCollections.observableSet(new TreeSet<>());
    private final ObjectProperty<Catalogue.Order> order = new SimpleObjectProperty<>(Catalogue.Order.ID);
    private final BooleanProperty asFolders = new SimpleBooleanProperty(true);
    private final ObjectProperty<Optional<PromptId>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Listing> shown = new ReadOnlyObjectWrapper<>(Listing.LOADING);
    private final ObservableSet<PromptId> drafts = FXCollections.observableSet();
    private final ObservableList<Stage> stages = FXCollections.observableArrayList(Stage.STAGING, Stage.PRODUCTION);
    /// What the list is about.
    public enum State {
        LOADING,
        /// The store holds no prompts.
        EMPTY,
        /// No prompt passes the filter.
        NOTHING_FOUND,
        SOME
    }

    /// What is listed.
    ///
    /// @param folders the same prompts in folders; empty while they are listed flat
    /// @param total how many prompts there are without the filter, saved or not
    public record Listing(State state, List<PromptRow> rows, FolderTree folders, int total) {
        static final Listing LOADING = new Listing(State.LOADING, List.of(), FolderTree.of(List.of()), 0);
    }

    public BrowserModel(Registry registry, TextSearch textSearch, Tasks tasks, Notices notices) {
        this.registry = registry;
        this.textSearch = textSearch;
        this.tasks = tasks;
        this.notices = notices;
        this.listing = new TaskSlot(tasks);
        filter.subscribe((_, _) -> update());
        stage.subscribe((_, _) -> update());
        order.subscribe((_, _) -> update());
        tags.subscribe(this::update);
        asFolders.subscribe((_, folders) -> {
            if (folders) {
                update();
            }
        });
    }

    /// Reads the first page, shows it, then reads the rest.
    public void load() {
        tasks.run(
                Messages.text("browser.loading"),
                _ -> registry.catalogue().loadFirstPage(),
                complete -> {
                    update();
                    readDrafts();
                    if (!complete) {
                        reload();
                    }
                },
                e -> notices.error(Messages.text("browser.load.failed"), e));
    }

    /// Reads every prompt again.
    public void reload() {
        tasks.run(
                Messages.text("browser.loading"),
                progress -> {
                    registry.catalogue().reload(progress::isCancelled);
                    return true;
                },
                _ -> update(),
                this::failed);
    }

    /// Reads one prompt again.
    public void refresh(PromptId prompt) {
        tasks.run(
                Messages.text("browser.loading"),
                _ -> {
                    registry.catalogue().refresh(prompt);
                    return true;
                },
                _ -> update(),
                this::failed);
    }

    /// A store that was closed while it was read again is not shown any more; of one that is away, which the window
    /// marks, what was known stays listed.
    private void failed(Exception e) {
        boolean isAway = e instanceof StoreException.Unreachable
                && registry.store().awaySince().isPresent();
        if (!isAway && !(e instanceof StoreException.Closed)) {
            notices.error(Messages.text("browser.load.failed"), e);
        }
    }

    private void readDrafts() {
        tasks.run(
                Messages.text("browser.loading"),
                _ -> registry.drafts().all().stream().map(Draft::prompt).toList(),
                found -> {
                    drafts.addAll(found);
                    update();
                },
                e -> notices.error(Messages.text("browser.drafts.failed"), e));
    }

    /// Marks a prompt as having unsaved edits, or not.
    public void markDraft(PromptId prompt, boolean hasDraft) {
        if (hasDraft ? drafts.add(prompt) : drafts.remove(prompt)) {
            update();
        }
    }

    /// Lists again because more can be found by text now.
    public void filterAgain() {
        if (!filter.get().isBlank()) {
            update();
        }
    }

    private void update() {
        String typed = filter.get();
        Set<PromptId> marked = Set.copyOf(drafts);
        Optional<Stage> wantedStage = stage.get();
        SortedSet<String> wantedTags = new TreeSet<>(tags);
        Catalogue.Order wantedOrder = order.get();
        boolean folders = asFolders.get();
        listing.run(
                Messages.text("browser.filtering"),
                _ -> list(typed, wantedStage, wantedTags, wantedOrder, marked, folders),
                this::show,
                this::failed);
    }

    private Listing list(
            String typed,
            Optional<Stage> wantedStage,
            SortedSet<String> wantedTags,
            Catalogue.Order wantedOrder,
            Set<PromptId> marked,
            boolean folders) {
        Catalogue catalogue = registry.catalogue();
        List<String> words = Catalogue.Filter.words(typed);
        Catalogue.Filter wanted = new Catalogue.Filter(
                words, wantedStage, wantedTags, isWorthSearching(words) ? textSearch.find(typed) : Set.of());
        List<PromptRow> rows = new ArrayList<>();
        List<PromptSummary> found = catalogue.list(wanted, wantedOrder);
        for (PromptSummary summary : found) {
            rows.add(new PromptRow(summary.id(), Optional.of(summary), marked.contains(summary.id())));
        }
        List<PromptId> allUnsaved =
                marked.stream().filter(id -> catalogue.find(id).isEmpty()).toList();
        List<PromptRow> unsaved = allUnsaved.stream()
                .filter(_ -> wantedStage.isEmpty() && wantedTags.isEmpty())
                .filter(id -> words.stream().allMatch(id.value().toLowerCase(Locale.ROOT)::contains))
                .sorted()
                .map(id -> new PromptRow(id, Optional.empty(), true))
                .toList();
        if (!unsaved.isEmpty()) {
            rows.addAll(unsaved);
            if (wantedOrder == Catalogue.Order.ID) {
                rows.sort(Comparator.comparing(PromptRow::id));
            }
        }
        // Pages may have come meanwhile.
        int total = (wanted.isNone() ? found.size() : catalogue.size()) + allUnsaved.size();
        State state = !rows.isEmpty() ? State.SOME : total == 0 && wanted.isNone() ? State.EMPTY : State.NOTHING_FOUND;
        return new Listing(state, rows, FolderTree.of(folders ? rows : List.of()), total);
    }

    /// A single letter is in every text.
    private static boolean isWorthSearching(List<String> words) {
        return words.stream().anyMatch(word -> word.length() > 1 || word.codePointAt(0) > 0x2E80);
    }

    private void show(Listing listed) {
        List<Stage> inUse = List.copyOf(registry.catalogue().stages());
        if (!stages.equals(inUse)) {
            stages.setAll(inUse);
        }
        shown.set(listed);
    }

    /// Typed words; each must be in the id, the title, a tag or the text.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Only prompts with a version in this stage.
    public ObjectProperty<Optional<Stage>> stageProperty() {
        return stage;
    }

    /// Only prompts with all of these tags.
    public ObservableSet<String> tags() {
        return tags;
    }

    public ObjectProperty<Catalogue.Order> orderProperty() {
        return order;
    }

    /// As folders, or flat.
    public BooleanProperty asFoldersProperty() {
        return asFolders;
    }

    public ObjectProperty<Optional<PromptId>> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<Listing> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Every stage in use.
    public ObservableList<Stage> stages() {
        return stages;
    }

    /// Every tag in use, with how many prompts use it.
    public Map<String, Integer> tagCounts() {
        return registry.catalogue().tags();
    }

    /// Lists everything again.
    public void clearFilter() {
        stage.set(Optional.empty());
        tags.clear();
        filter.set("");
    }
}
