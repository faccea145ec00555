package stemma.store;

import java.util.List;

/// A setting that a driver needs, described so that a connect form can draw itself and the command line can list it.
///
/// @param name the option's name in a [StoreUri]; `location` is the location itself
/// @param title a label for people
/// @param kind what kind of value, and so what kind of field
/// @param required whether it must be given
/// @param defaultValue what holds when nothing is given; may be empty
/// @param choices of a [Kind#CHOICE] all values that it can have; otherwise none
public record DriverOption(
        String name, String title, Kind kind, boolean required, String defaultValue, List<String> choices) {
    /// The name of the option that is the URI's location.
    public static final String LOCATION = "location";

    /// Opens a store of any kind without the capabilities to write.
    public static final DriverOption READ_ONLY =
            new DriverOption("readonly", "Open for reading only", Kind.FLAG, false, "false");

    public DriverOption {
        choices = List.copyOf(choices);
    }

    /// An option whose values are not a few.
    public DriverOption(String name, String title, Kind kind, boolean required, String defaultValue) {
        this(name, title, kind, required, defaultValue, List.of());
    }

    /// An option that has one of a few values, and may be left out.
    public static DriverOption choice(String name, String title, String defaultValue, String... choices) {
        return new DriverOption(name, title, Kind.CHOICE, false, defaultValue, List.of(choices));
    }

    /// Kinds of values.
    public enum Kind {
        /// Any text.
        TEXT,
        /// A whole number from 0, of nine digits at most.
        NUMBER,
        /// `true` or `false`.
        FLAG,
        /// The path of a file.
        FILE,
        /// The path of a folder.
        FOLDER,
        /// One of a few.
        CHOICE,
        /// Never part of a URI; asked of [Secrets].
        SECRET
    }

    /// How long answers of a store far away count, in seconds; 0 to ask it each time.
    public static final DriverOption KEEP_SECONDS =
            new DriverOption("keep", "Keep answers for (seconds)", Kind.NUMBER, false, "30");

    /// Whether an address turns this flag on.
    public boolean isOn(StoreUri uri) {
        return Boolean.parseBoolean(uri.options().getOrDefault(name, defaultValue));
    }
}
