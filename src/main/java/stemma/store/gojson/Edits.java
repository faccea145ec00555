package stemma.store.gojson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import stemma.prompt.Json;
import stemma.prompt.Sentence;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Changes of files that shall happen in one step. What was edited before is read as it will be. Not safe for
/// concurrent use.
public final class Edits {
    private final StoreUri store;
    private final Path root;
    private final Map<String, Sentence> broken;
    private final Map<String, Optional<Bytes>> before = new LinkedHashMap<>();
    private final Map<String, Optional<Supplier<Json.Object>>> after = new LinkedHashMap<>();
    private final Map<String, Object> opened = new HashMap<>();

    /// Not an array, so that it can be compared.
    record Bytes(byte[] value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }

    /// One file's change; empty for a file that is not there.
    record Step(String path, Optional<Bytes> before, Optional<Bytes> after) {}

    /// @param broken files that cannot be understood, with the reason
    Edits(StoreUri store, Path root, Map<String, Sentence> broken) {
        this.store = store;
        this.root = root;
        this.broken = broken;
    }

    /// The store, for messages.
    public StoreUri store() {
        return store;
    }

    /// Whether anything is at a place.
    public boolean exists(String path) {
        Optional<Supplier<Json.Object>> edited = after.get(path);
        return edited == null ? Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS) : edited.isPresent();
    }

    /// A file as it will be; empty when it is not there.
    ///
    /// @throws StoreException.Corrupt when it cannot be read or does not say what it should
    public Optional<Json.Object> read(String path) {
        Optional<Supplier<Json.Object>> edited = after.get(path);
        if (edited != null) {
            return edited.map(Supplier::get);
        }
        if (broken.containsKey(path)) {
            throw new StoreException.Corrupt(store, path, Sentence.of("{0}.", broken.get(path)));
        }
        try {
            return bytesBefore(path).map(bytes -> GoJson.read(bytes.value()));
        } catch (IllegalArgumentException e) {
            throw new StoreException.Corrupt(store, path, Sentence.of("{0}.", Sentence.from(e)), e);
        }
    }

    /// A file that must be there.
    ///
    /// @throws StoreException.Conflict when it is gone meanwhile
    public Json.Object readExisting(String path) {
        return read(path).orElseThrow(() -> StoreException.Conflict.placeChanged(store, path));
    }

    /// What a layout made of a file that it edits bit by bit, made once for all edits of a step.
    public <T> T opened(String path, Class<T> type, Supplier<T> open) {
        return type.cast(opened.computeIfAbsent(path, _ -> open.get()));
    }

    /// Writes a file.
    public void write(String path, Json.Object json) {
        write(path, () -> json);
    }

    /// Writes a file, with what is given when the step is put together.
    public void write(String path, Supplier<Json.Object> json) {
        bytesBefore(path);
        after.remove(path);
        after.put(path, Optional.of(json));
    }

    /// Deletes a file.
    public void delete(String path) {
        bytesBefore(path);
        after.remove(path);
        after.put(path, Optional.empty());
    }

    private Optional<Bytes> bytesBefore(String path) {
        return before.computeIfAbsent(path, _ -> {
            try {
                return current(root, path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static Optional<Bytes> current(Path root, String path) throws IOException {
        try {
            return Optional.of(new Bytes(Files.readAllBytes(root.resolve(path))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// What is to be done, in the order of the edits; files that would stay as they are are left out.
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        after.forEach((path, json) -> {
            Optional<Bytes> now = before.getOrDefault(path, Optional.empty());
            Optional<Bytes> then = json.map(value -> new Bytes(GoJson.bytes(value.get())));
            if (!now.equals(then)) {
                steps.add(new Step(path, now, then));
            }
        });
        return steps;
    }
}
