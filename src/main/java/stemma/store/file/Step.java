package stemma.store.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stemma.files.DurableFiles;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.Sentence;

/// One step of a change. Paths are relative to the store's folder and have slashes. Taking a step again does nothing.
sealed interface Step {
    /// Moves a staged file to its place, over the one that is there.
    ///
    /// @param before SHA-256 of the file that is there; empty when there is none
    record Move(String from, String to, String before) implements Step {
        @Override
        public String changes() {
            return to;
        }
    }

    /// Deletes a file, then the folders that became empty by that.
    record Delete(String file) implements Step {
        @Override
        public String changes() {
            return file;
        }
    }

    /// Makes a link to a file beside it; where the system does not let us, a file that holds that file's name.
    ///
    /// @param text whether a file shall hold the name in any case
    record Link(String file, String target, boolean text) implements Step {
        @Override
        public String changes() {
            return file;
        }
    }

    /// The place that is changed.
    String changes();

    /// Every place that is changed, without staged files.
    default List<String> places() {
        return this instanceof Move move && !move.from().startsWith(Names.STATE_FOLDER + "/")
                ? List.of(move.to(), move.from())
                : List.of(changes());
    }

    default void take(Path root) throws IOException {
        Path place = root.resolve(changes());
        switch (this) {
            case Move move -> {
                Path staged = root.resolve(move.from());
                if (Files.exists(staged, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(place.getParent());
                    move(staged, place);
                }
            }
            case Delete _ -> {
                Files.deleteIfExists(place);
                removeEmptyFolders(root, place.getParent());
            }
            case Link link -> {
                Files.createDirectories(place.getParent());
                link(place, link);
            }
        }
    }

    private static void move(Path staged, Path place) throws IOException {
        try {
            DurableFiles.replace(staged, place);
        } catch (AtomicMoveNotSupportedException e) {
            DurableFiles.write(place, Files.readAllBytes(staged));
            Files.delete(staged);
        }
    }

    private static void link(Path place, Link link) throws IOException {
        if (!link.text()) {
            Path temporary = place.resolveSibling(".latest" + DurableFiles.TEMPORARY_SUFFIX);
            try {
                Files.deleteIfExists(temporary);
                Files.createSymbolicLink(temporary, Path.of(link.target()));
                DurableFiles.replace(temporary, place);
                return;
            } catch (IOException | UnsupportedOperationException e) {
                Files.deleteIfExists(temporary);
            }
        }
        DurableFiles.write(place, link.target());
    }

    private static void removeEmptyFolders(Path root, Path folder) throws IOException {
        for (Path at = folder; !at.equals(root) && at.startsWith(root); at = at.getParent()) {
            try {
                Files.delete(at);
            } catch (DirectoryNotEmptyException e) {
                return;
            } catch (NoSuchFileException e) {
                // the one above may be empty too
            }
        }
    }

    /// Every folder that is there and in which a name may have come, gone or changed.
    static Set<Path> folders(Path root, Collection<Step> steps) {
        Set<Path> folders = new LinkedHashSet<>();
        for (Step step : steps) {
            for (String place : step.places()) {
                Path at = root.resolve(place).getParent();
                while (folders.add(at) && !at.equals(root)) {
                    at = at.getParent();
                }
            }
        }
        folders.removeIf(folder -> !Files.isDirectory(folder));
        return folders;
    }

    default Json toJson() {
        Map<String, Json> members = new LinkedHashMap<>();
        switch (this) {
            case Move move -> {
                members.put("move", new Json.Text(move.from()));
                members.put("to", new Json.Text(move.to()));
                members.put("before", new Json.Text(move.before()));
            }
            case Delete delete -> members.put("delete", new Json.Text(delete.file()));
            case Link link -> {
                members.put("link", new Json.Text(link.file()));
                members.put("to", new Json.Text(link.target()));
                members.put("text", new Json.Bool(link.text()));
            }
        }
        return new Json.Object(members);
    }

    /// @throws IllegalArgumentException when it is no step, or one that a store would not take: the intent may
    ///     come with a folder from anywhere
    static Step fromJson(Json json, Path root) {
        if (!(json instanceof Json.Object object)) {
            throw new IllegalValueException(Sentence.of("a step must be an object"));
        }
        if (object.get("move").isPresent()) {
            return new Move(
                    place(object, "move", root), place(object, "to", root), text(object, "before"));
        }
        if (object.get("delete").isPresent()) {
            return new Delete(place(object, "delete", root));
        }
        String target = text(object, "to");
        String file = place(object, "link", root);
        if (Names.label(target).isEmpty() || !file.endsWith("/" + Names.LATEST)) {
            throw new IllegalValueException(Sentence.of("no such link is made"));
        }
        return new Link(file, target, object.get("text").equals(Optional.of(new Json.Bool(true))));
    }

    private static String text(Json.Object object, String name) {
        if (object.get(name).orElse(null) instanceof Json.Text text) {
            return text.value();
        }
        throw new IllegalValueException(Sentence.of("\"{0}\" is missing", name));
    }

    private static String place(Json.Object object, String name, Path root) {
        return place(text(object, name), root);
    }

    /// The same path.
    ///
    /// @throws IllegalArgumentException when it is no place that a store would write to
    static String place(String place, Path root) {
        List<String> parts = List.of(place.split("/", -1));
        boolean state = parts.getFirst().equals(Names.STATE_FOLDER);
        boolean hidden = parts.stream().skip(state ? 1 : 0).anyMatch(part -> part.isEmpty() || part.startsWith("."));
        if (hidden || place.indexOf('\\') >= 0 || parts.size() < 2 || !state && !Names.isOurs(parts.getLast())) {
            throw new IllegalValueException(Sentence.of("\"{0}\" is no place of ours", place));
        }
        Path at = root;
        for (String part : parts.subList(0, parts.size() - 1)) {
            at = at.resolve(part);
            if (Files.isSymbolicLink(at) || Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(at)) {
                throw new IllegalValueException(Sentence.of("\"{0}\" leads through a link", place));
            }
        }
        return place;
    }
}
