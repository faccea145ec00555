package stemma.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Json;

/// A store that is remembered under a name. Never holds a secret, only where each of them is.
///
/// @param id never changes; names its secrets in the keychain
/// @param name for people
/// @param address the store's address
/// @param colour a mark to tell it from others
/// @param isPinned whether it stands in the store menu
/// @param secrets where its secrets are, by the option's name; one that is not named is in the environment variable that
///     the address names, or there is none
public record Connection(
        String id, String name, String address, Colour colour, boolean isPinned, Map<String, SecretPlace> secrets) {

    /// Colours to tell stores apart.
    public enum Colour {
        NONE,
        BLUE,
        GREEN,
        YELLOW,
        RED,
        PURPLE
    }

    /// Where a secret is.
    public enum SecretPlace {
        /// In the operating system's keychain.
        KEYCHAIN,
        /// Nowhere: whoever opens the store is asked.
        ASKED
    }

    public Connection {
        secrets = Map.copyOf(secrets);
    }

    /// A connection that did not exist before, without a colour and pinned.
    public static Connection create(String name, String address) {
        return new Connection(UUID.randomUUID().toString(), name, address, Colour.NONE, true, Map.of());
    }

    Json toJson() {
        Map<String, Json> places = new TreeMap<>();
        secrets.forEach((option, place) -> places.put(option, new Json.Text(word(place))));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Text(id));
        members.put("name", new Json.Text(name));
        members.put("address", new Json.Text(address));
        members.put("colour", new Json.Text(word(colour)));
        members.put("pinned", new Json.Bool(isPinned));
        members.put("secrets", new Json.Object(places));
        return new Json.Object(members);
    }

    /// @return empty when it makes no sense
    static Optional<Connection> fromJson(Json json) {
        if (!(json instanceof Json.Object(Map<String, Json> members))
                || !(members.get("id") instanceof Json.Text(String id))
                || !(members.get("name") instanceof Json.Text(String name))
                || !(members.get("address") instanceof Json.Text(String address))) {
            return Optional.empty();
        }
        Map<String, SecretPlace> places = new TreeMap<>();
        if (members.get("secrets") instanceof Json.Object(Map<String, Json> options)) {
            options.forEach((option, place) ->
                    choice(SecretPlace.values(), place).ifPresent(known -> places.put(option, known)));
        }
        return Optional.of(new Connection(
                id,
                name,
                address,
                choice(Colour.values(), members.get("colour")).orElse(Colour.NONE),
                !(members.get("pinned") instanceof Json.Bool(boolean pinned)) || pinned,
                places));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> choice(E[] values, @Nullable Json json) {
        return json instanceof Json.Text(String word)
                ? List.of(values).stream().filter(value -> word(value).equals(word)).findFirst()
                : Optional.empty();
    }
}
