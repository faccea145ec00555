package stemma.instance;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stemma.prompt.Json;

/// What a start of the program wants the window to show. Immutable.
///
/// @param store the address of a store, as it was typed or such that it means the same in every folder
/// @param files files to open; absolute
public record Call(Optional<String> store, List<Path> files) {
    /// Just the window.
    public static final Call WINDOW = new Call(Optional.empty(), List.of());

    public Call {
        files = List.copyOf(files);
    }

    String toJson() {
        return new Json.Array(List.of(
                        new Json.Text(store.orElse("")),
                        new Json.Array(files.stream()
                                .<Json>map(file -> new Json.Text(file.toString()))
                                .toList())))
                .compact();
    }

    /// @throws IllegalArgumentException when the text is no call
    static Call fromJson(String json) {
        if (Json.parse(json) instanceof Json.Array(List<Json> parts)
                && parts.size() == 2
                && parts.get(0) instanceof Json.Text(String store)
                && parts.get(1) instanceof Json.Array(List<Json> files)) {
            return new Call(
                    Optional.of(store).filter(address -> !address.isEmpty()),
                    files.stream().map(Call::file).toList());
        }
        throw new IllegalArgumentException("this is no call");
    }

    private static Path file(Json json) {
        if (json instanceof Json.Text(String path)) {
            try {
                return Path.of(path);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("this is no file's path", e);
            }
        }
        throw new IllegalArgumentException("a file must be text");
    }
}
