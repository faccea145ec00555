package stemma.store.gojson;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import stemma.files.DurableFiles;
import stemma.files.Forcing;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.Sentence;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Makes a change of several files one step. The bytes before and after are first written into the file [#FILE], which
/// neither loom nor go-prompty looks at: from now on the change has happened. Then the files are written and the journal
/// is removed. Whoever takes the folder's lock and finds a journal finishes the change, unless another program wrote one
/// of its files meanwhile: then it is taken back, and that program's file stays.
///
/// Needs the folder's lock for every call.
final class Journal {
    static final String FILE = ".stemma-journal";

    private final StoreUri store;
    private final Path root;
    /// Told before each step on the disk; a test stops there as a killed process would.
    private final Consumer<String> observer;

    Journal(StoreUri store, Path root, Consumer<String> observer) {
        this.store = store;
        this.root = root;
        this.observer = observer;
    }

    boolean isInterrupted() {
        return Files.exists(root.resolve(FILE), LinkOption.NOFOLLOW_LINKS);
    }

    /// Does everything or nothing.
    ///
    /// @throws StoreException.Conflict when a file is not any more what it was when the change was thought out
    void commit(List<Edits.Step> steps) throws IOException {
        for (Edits.Step step : steps) {
            if (!Edits.current(root, step.path()).equals(step.before())) {
                throw StoreException.Conflict.placeChanged(store, step.path());
            }
        }
        if (steps.size() > 1) {
            observer.accept("journal");
            DurableFiles.write(root.resolve(FILE), toJson(steps).compact());
        }
        try {
            put(steps, Edits.Step::after);
        } catch (IOException | RuntimeException e) {
            takeBack(steps, e);
            throw e;
        }
        if (steps.size() > 1) {
            remove();
        }
    }

    private void takeBack(List<Edits.Step> steps, Exception reason) {
        try {
            List<Edits.Step> taken = new ArrayList<>();
            for (Edits.Step step : steps.reversed()) {
                if (Edits.current(root, step.path()).equals(step.after())) {
                    taken.add(step);
                }
            }
            put(taken, Edits.Step::before);
            remove();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /// Makes files what they are to be. All of them are on the disk when it returns; what they are forced to it for
    /// they share.
    private void put(List<Edits.Step> steps, Function<Edits.Step, Optional<Edits.Bytes>> wanted) throws IOException {
        Map<Path, Path> written = new LinkedHashMap<>();
        Set<Path> folders = new LinkedHashSet<>();
        try {
            for (Edits.Step step : steps) {
                Optional<Edits.Bytes> bytes = wanted.apply(step);
                if (bytes.isPresent()) {
                    Path file = root.resolve(step.path());
                    DurableFiles.createFolders(file.getParent());
                    Path temporary = DurableFiles.temporary(file.getParent());
                    written.put(file, temporary);
                    Files.write(temporary, bytes.get().value(), StandardOpenOption.CREATE_NEW);
                }
            }
            Forcing.files(written.values());
            for (Edits.Step step : steps) {
                observer.accept(step.path());
                Path file = root.resolve(step.path());
                Path temporary = written.get(file);
                if (temporary == null) {
                    delete(file);
                } else {
                    DurableFiles.replace(temporary, file);
                }
                folders.add(Files.isDirectory(file.getParent()) ? file.getParent() : root);
            }
            folders.removeIf(folder -> !Files.isDirectory(folder));
            Forcing.folders(folders);
        } catch (IOException | RuntimeException e) {
            for (Path temporary : written.values()) {
                Files.deleteIfExists(temporary);
            }
            throw e;
        }
    }

    private void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (!file.getParent().equals(root)) {
            deleteIfEmpty(file.getParent());
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // something else is in it, or somebody was faster
        }
    }

    private void remove() throws IOException {
        observer.accept("remove journal");
        Files.deleteIfExists(root.resolve(FILE));
    }

    /// Finishes or takes back a change that was interrupted, if there is one.
    ///
    /// @throws StoreException.Corrupt when the journal cannot be read; nothing is changed then
    void recover() throws IOException {
        if (!isInterrupted()) {
            return;
        }
        List<Edits.Step> steps = read();
        boolean disturbed = false;
        for (Edits.Step step : steps) {
            Optional<Edits.Bytes> now = Edits.current(root, step.path());
            disturbed |= !now.equals(step.before()) && !now.equals(step.after());
        }
        boolean back = disturbed;
        List<Edits.Step> left = new ArrayList<>();
        for (Edits.Step step : back ? steps.reversed() : steps) {
            if (Edits.current(root, step.path()).equals(back ? step.after() : step.before())) {
                left.add(step);
            }
        }
        put(left, back ? Edits.Step::before : Edits.Step::after);
        remove();
    }

    private static Json toJson(List<Edits.Step> steps) {
        return new Json.Array(steps.stream().<Json>map(Journal::toJson).toList());
    }

    private static Json.Object toJson(Edits.Step step) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("path", new Json.Text(step.path()));
        step.before().ifPresent(bytes -> members.put("before", encoded(bytes)));
        step.after().ifPresent(bytes -> members.put("after", encoded(bytes)));
        return new Json.Object(members);
    }

    private static Json encoded(Edits.Bytes bytes) {
        return new Json.Text(Base64.getEncoder().encodeToString(bytes.value()));
    }

    private List<Edits.Step> read() throws IOException {
        try {
            Json json = Json.parse(Files.readString(root.resolve(FILE)));
            List<Edits.Step> steps = new ArrayList<>();
            for (Json item : GoJson.list(new Json.Object(Map.of("steps", json)), "steps")) {
                Json.Object step = GoJson.asObject(item, "step");
                String path = GoJson.text(step, "path");
                if (path.isEmpty() || !root.resolve(path).normalize().startsWith(root)) {
                    throw new IllegalValueException(Sentence.of("\"{0}\" is outside", path));
                }
                steps.add(new Edits.Step(path, decoded(step, "before"), decoded(step, "after")));
            }
            return steps;
        } catch (IllegalArgumentException e) {
            throw new StoreException.Corrupt(
                    store, FILE, Sentence.of("an unfinished change cannot be read: {0}.", Sentence.from(e)), e);
        }
    }

    private static Optional<Edits.Bytes> decoded(Json.Object step, String name) {
        return step.get(name).isEmpty()
                ? Optional.empty()
                : Optional.of(new Edits.Bytes(Base64.getDecoder().decode(GoJson.text(step, name))));
    }
}
