package stemma.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import stemma.instance.Call;
import stemma.store.StoreUri;
import stemma.transfer.promptfile.PromptFile;
import stemma.transfer.promptfile.PromptFormat;
import stemma.ui.common.Messages;
import stemma.ui.opened.OpenedController;
import stemma.ui.opened.OpenedModel;

/// Files that are opened from outside (named at a start, dropped on the window) or by the menu. They wait until a store
/// is open. Used on the FX thread only.
final class OpenedFiles {
    private static final String H2_ENDING = ".mv.db";
    private static final List<String> SQLITE_ENDINGS = List.of(".sqlite", ".sqlite3");
    private static final List<String> LINES_ENDINGS = List.of(".jsonl", ".ndjson");

    private final WindowContext window;
    private final Shell shell;
    private final Deque<Item> waiting = new ArrayDeque<>();

    /// @param store its address, when the file is a store
    private record Item(Path file, Optional<String> store) {}

    OpenedFiles(WindowContext window, Shell shell) {
        this.window = window;
        this.shell = shell;
    }

    /// What a dialog that asks for such a file looks for.
    static String[] patterns() {
        return Stream.concat(
                        promptPatterns().stream(),
                        Stream.of(LINES_ENDINGS, List.of(H2_ENDING), SQLITE_ENDINGS)
                                .flatMap(List::stream)
                                .map(ending -> "*" + ending))
                .toArray(String[]::new);
    }

    /// Those of files that hold one prompt.
    static List<String> promptPatterns() {
        return Arrays.stream(PromptFormat.values())
                .flatMap(format -> format.endings().stream())
                .map(ending -> "*" + ending)
                .toList();
    }

    /// The store that a file is, as its address; empty for another file.
    private static Optional<String> store(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of(StoreUri.of("file", file.toString()).toString());
        }
        if (endsWith(file, List.of(H2_ENDING))) {
            String path = file.toString();
            return Optional.of(StoreUri.of("h2", path.substring(0, path.length() - H2_ENDING.length()))
                    .toString());
        }
        return endsWith(file, SQLITE_ENDINGS)
                ? Optional.of(StoreUri.of("sqlite", file.toString()).toString())
                : Optional.empty();
    }

    /// Whether the name of a file ends like those of files that can be opened.
    static boolean isOfAKnownKind(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(patterns()).anyMatch(pattern -> name.endsWith(pattern.substring(1)));
    }

    private static boolean endsWith(Path file, List<String> endings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    /// Takes what a start names.
    ///
    /// @param onKnown gets the address of the store that is to be opened before anything else, if one is named
    void atStart(Call call, Consumer<Optional<String>> onKnown) {
        if (call.files().isEmpty()) {
            onKnown.accept(call.store());
            return;
        }
        line(call.files(), () -> onKnown.accept(call.store().or(this::takeStore)));
    }

    private Optional<String> takeStore() {
        Optional<Item> first =
                waiting.stream().filter(item -> item.store().isPresent()).findFirst();
        first.ifPresent(waiting::remove);
        return first.flatMap(Item::store);
    }

    /// Opens files one after the other: prompts show what they hold, lines ask to be imported, stores come to the front.
    void open(List<Path> files) {
        if (!files.isEmpty()) {
            line(files, () -> shell.view().ifPresentOrElse(this::go, this::goWithoutStore));
        }
    }

    /// A store that was asked for can be opened; the others need one, and are opened with the next.
    private void goWithoutStore() {
        takeStore()
                .ifPresentOrElse(shell.stores()::open, () -> Optional.ofNullable(waiting.peekLast())
                        .ifPresent(item -> window.notices()
                                .remark(Messages.text("opened.waits", item.file().getFileName()))));
    }

    /// Stores come last, for the others are meant for the one that is in front. Whether a file is a folder is found out
    /// elsewhere, since it may be far away.
    private void line(List<Path> files, Runnable onLined) {
        window.tasks()
                .run(
                        Messages.text("opened.reading", files.getFirst().getFileName()),
                        _ -> files.stream()
                                .map(file -> new Item(file, store(file)))
                                .sorted(Comparator.comparing(item -> item.store().isPresent()))
                                .toList(),
                        items -> {
                            waiting.addAll(items);
                            onLined.run();
                        },
                        e -> window.notices().error(Messages.text("opened.failed", files.getFirst()), e));
    }

    /// A store came to the front.
    void storeIsOpen(OpenStore opened) {
        go(opened.view());
    }

    /// A store's opening ends what can be done now; the rest goes on when it is there.
    private void go(WorkspaceView view) {
        while (!waiting.isEmpty()) {
            Item item = waiting.poll();
            if (item.store().isPresent()) {
                shell.stores().open(item.store().get());
                return;
            }
            if (isPrompt(item)) {
                openPrompts(item.file(), view);
            } else {
                open(item.file(), view);
            }
        }
    }

    private static boolean isPrompt(Item item) {
        return item.store().isEmpty() && PromptFormat.of(item.file()).isPresent();
    }

    /// One is shown; of several that were opened together it is said what they would become.
    private void openPrompts(Path first, WorkspaceView view) {
        List<Path> files = new ArrayList<>(List.of(first));
        while (!waiting.isEmpty() && isPrompt(waiting.peek())) {
            files.add(waiting.poll().file());
        }
        if (files.size() == 1) {
            open(first, view);
        } else {
            view.offerPromptFiles(files);
        }
    }

    private void open(Path file, WorkspaceView view) {
        if (endsWith(file, LINES_ENDINGS)) {
            view.offerImport(file);
        } else if (PromptFormat.of(file).isPresent()) {
            window.tasks()
                    .run(
                            Messages.text("opened.reading", file.getFileName()),
                            _ -> PromptFile.read(file),
                            prompt -> new OpenedController(new OpenedModel(
                                            file,
                                            prompt,
                                            view.store(),
                                            window.tasks(),
                                            view.hostOf(file, () -> shell.stores().bringToFront(view))))
                                    .show(window.dialogs()),
                            e -> window.notices().error(Messages.text("opened.failed", file.getFileName()), e));
        } else {
            window.notices()
                    .error(
                            Messages.text("opened.failed", file.getFileName()),
                            Messages.text("opened.unknown", String.join(" ", patterns())));
        }
    }

    /// Opens what is dropped on the window.
    void acceptDropped(Scene scene) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(event -> {
            open(event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
    }
}
