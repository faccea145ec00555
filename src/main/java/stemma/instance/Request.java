package stemma.instance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stemma.prompt.Json;

/// A command line that one process asks another one to carry out.
///
/// @param store the address of the store that was asked for; empty for the one that is open there
/// @param folder the folder that relative paths in the arguments begin in; absolute
/// @param arguments the command line as it was typed
public record Request(Optional<String> store, Path folder, List<String> arguments) {
    public Request {
        arguments = List.copyOf(arguments);
    }

    String toJson() {
        return new Json.Array(List.of(
                        new Json.Text(store.orElse("")),
                        new Json.Text(folder.toString()),
                        new Json.Array(arguments.stream().<Json>map(Json.Text::new).toList())))
                .compact();
    }

    /// @throws IllegalArgumentException when the text is no request
    static Request fromJson(String json) {
        if (Json.parse(json) instanceof Json.Array(List<Json> parts)
                && parts.size() == 3
                && parts.get(0) instanceof Json.Text(String store)
                && parts.get(1) instanceof Json.Text(String folder)
                && parts.get(2) instanceof Json.Array(List<Json> arguments)) {
            return new Request(
                    Optional.of(store).filter(text -> !text.isEmpty()),
                    Path.of(folder),
                    arguments.stream().map(Request::text).toList());
        }
        throw new IllegalArgumentException("this is no request");
    }

    private static String text(Json json) {
        if (json instanceof Json.Text(String value)) {
            return value;
        }
        throw new IllegalArgumentException("an argument must be text");
    }
}
