package stemma.store.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import stemma.files.DurableFiles;
import stemma.files.Forcing;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.Sentence;

/// Makes a change of several files one step. New files are first written whole into `.stemma/journal` and forced; then
/// the file `intent` there, a list of [Step]s, is forced: from now on the change has happened. Then the steps are
/// taken, forced, and the intent is removed. Whoever takes the folder's lock and finds an intent takes its steps
/// (again): a step that was taken before does nothing.
///
/// A change of which every part is whole by itself (a new version with what goes ahead and behind, see [Change]) needs
/// no intent: it happens when its version file gets its name.
///
/// Needs the folder's lock for every call.
final class Journal {
    static final String FOLDER = "journal";
    static final String INTENT = "intent";
    /// Where a file goes that another program put in the way of an interrupted change.
    private static final String DISPLACED = "displaced";

    private final Path root;
    private final Path folder;
    /// Told before each step on the disk; a test stops there as a killed process would.
    private final Consumer<String> observer;

    Journal(Path root, Consumer<String> observer) {
        this.root = root;
        this.folder = root.resolve(Names.STATE_FOLDER).resolve(FOLDER);
        this.observer = observer;
    }

    /// Whether an interrupted change waits to be finished.
    boolean isInterrupted() {
        return Files.exists(folder.resolve(INTENT), LinkOption.NOFOLLOW_LINKS);
    }

    /// Finishes a change that was interrupted, if there is one.
    ///
    /// @return whether there was one
    /// @throws FormatException when the intent is damaged; nothing is changed then
    boolean recover() throws IOException {
        Path intent = folder.resolve(INTENT);
        if (!isInterrupted()) {
            return false;
        }
        observer.accept("recover");
        List<Step> steps = readIntent(intent);
        for (Step step : steps) {
            keepWhatIsInTheWay(step);
            step.take(root);
        }
        force(steps);
        removeIntent();
        return true;
    }

    private List<Step> readIntent(Path intent) throws IOException {
        try {
            List<Step> steps = new ArrayList<>();
            Json json = Json.parseObject(Bytes.text(Files.readAllBytes(intent)))
                    .get("steps")
                    .orElseThrow(() -> new IllegalValueException(Sentence.of("\"steps\" is missing")));
            if (!(json instanceof Json.Array array)) {
                throw new IllegalValueException(Sentence.of("\"steps\" must be a list"));
            }
            for (Json item : array.items()) {
                steps.add(Step.fromJson(item, root));
            }
            return steps;
        } catch (FormatException e) {
            throw Failures.in(root, intent, e);
        } catch (IllegalArgumentException e) {
            throw new FormatException(Failures.relative(root, intent), Sentence.of(
                    "an unfinished change cannot be read: {0}", Sentence.from(e)));
        }
    }

    /// Between the interruption and now another program may have written where a step is about to.
    private void keepWhatIsInTheWay(Step step) throws IOException {
        if (step instanceof Step.Move move && Files.exists(root.resolve(move.from()))) {
            Path target = root.resolve(move.to());
            if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                byte[] found = Files.readAllBytes(target);
                if (!Bytes.sha256(found).equals(move.before())) {
                    setAside(target, found);
                }
            }
        }
    }

    private void setAside(Path file, byte[] bytes) throws IOException {
        Path aside = root.resolve(Names.STATE_FOLDER).resolve(DISPLACED);
        DurableFiles.createFolders(aside);
        DurableFiles.write(aside.resolve(System.currentTimeMillis() + "-" + file.getFileName()), bytes);
    }

    /// Begins a change.
    Change begin() throws IOException {
        DurableFiles.createFolders(folder);
        clear();
        return new Change(root, folder, this);
    }

    /// Does a change whose files are staged, as one step.
    void commit(List<Step> steps) throws IOException {
        observer.accept("force staged files");
        DurableFiles.forceFolder(folder);
        observer.accept("write intent");
        Json.Array list = new Json.Array(steps.stream().map(Step::toJson).toList());
        DurableFiles.write(folder.resolve(INTENT), new Json.Object(Map.of("steps", list)).pretty());
        List<Undo> undo = new ArrayList<>();
        try {
            take(steps, undo);
            force(steps);
        } catch (IOException e) {
            takeBack(undo, e);
            throw e;
        }
        removeIntent();
    }

    /// Does a change whose files are staged, one step after the other.
    void commitSingly(List<Step> ahead, List<Step> core, List<Step> behind) throws IOException {
        List<Undo> undo = new ArrayList<>();
        try {
            take(ahead, undo);
            force(ahead);
            take(core, undo);
            force(core);
            take(behind, undo);
        } catch (IOException e) {
            takeBack(undo, e);
            throw e;
        }
    }

    private void take(List<Step> steps, List<Undo> undo) throws IOException {
        for (Step step : steps) {
            observer.accept(step.toString());
            undo.addAll(Undo.of(root, step));
            step.take(root);
        }
    }

    /// The change did not happen after all; when even that cannot be written, the intent stays and the change will
    /// happen as soon as the folder can be written to again.
    private void takeBack(List<Undo> undo, IOException reason) {
        try {
            for (Undo step : undo.reversed()) {
                step.run();
            }
            if (Files.deleteIfExists(folder.resolve(INTENT))) {
                DurableFiles.forceFolder(folder);
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /// The removal itself need not be forced: an intent that comes back after a power failure finds its steps taken.
    private void removeIntent() throws IOException {
        observer.accept("remove intent");
        Files.deleteIfExists(folder.resolve(INTENT));
    }

    private void force(List<Step> steps) throws IOException {
        observer.accept("force folders");
        Forcing.folders(Step.folders(root, steps));
    }

    /// Removes what an interrupted or failed change left in the journal's folder, unless it will happen yet.
    void clear() throws IOException {
        if (isInterrupted()) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
