package stemma.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stemma.prompt.Json;

/// One thing that is remembered.
///
/// @param name its member in the settings file
/// @param defaultValue what holds when nothing, or nothing sensible, is written there
/// @param writer to JSON
/// @param reader from JSON; empty when the value makes no sense
public record Setting<T>(
        String name, T defaultValue, Function<T, Json> writer, Function<Json, Optional<T>> reader) {

    /// A text.
    public static Setting<String> text(String name, String defaultValue) {
        return new Setting<>(name, defaultValue, Json.Text::new, Setting::asText);
    }

    /// Yes or no.
    public static Setting<Boolean> flag(String name, boolean defaultValue) {
        return new Setting<>(
                name,
                defaultValue,
                Json.Bool::new,
                json -> json instanceof Json.Bool(boolean value) ? Optional.of(value) : Optional.empty());
    }

    /// A finite number.
    public static Setting<Double> number(String name, double defaultValue) {
        return new Setting<>(
                name,
                defaultValue,
                value -> new Json.Number(Double.toString(value)),
                json -> json instanceof Json.Number(String value)
                        ? Optional.of(Double.valueOf(value)).filter(Double::isFinite)
                        : Optional.empty());
    }

    /// One of the constants of an enum, written by its name.
    public static <E extends Enum<E>> Setting<E> choice(String name, E defaultValue) {
        return new Setting<>(
                name,
                defaultValue,
                value -> new Json.Text(value.name()),
                json -> asText(json).flatMap(wanted -> List.of(defaultValue.getDeclaringClass().getEnumConstants())
                        .stream()
                        .filter(value -> value.name().equals(wanted))
                        .findFirst()));
    }

    /// Texts in order, none by default; what is no text in the file is passed over.
    public static Setting<List<String>> texts(String name) {
        return new Setting<>(
                name,
                List.of(),
                values -> new Json.Array(
                        values.stream().<Json>map(Json.Text::new).toList()),
                json -> json instanceof Json.Array(List<Json> items)
                        ? Optional.of(items.stream()
                                .map(Setting::asText)
                                .flatMap(Optional::stream)
                                .toList())
                        : Optional.empty());
    }

    private static Optional<String> asText(Json json) {
        return json instanceof Json.Text(String value) ? Optional.of(value) : Optional.empty();
    }
}
