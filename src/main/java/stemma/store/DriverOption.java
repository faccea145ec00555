package stemma.store;

/// A setting that a driver needs, described so that a connect form can draw itself and the command line can list it.
///
/// @param name the option's name in a [StoreUri]; `location` is the location itself
/// @param title a label for people
/// @param kind what kind of value, and so what kind of field
/// @param required whether it must be given
/// @param defaultValue what holds when nothing is given; may be empty
public record DriverOption(String name, String title, Kind kind, boolean required, String defaultValue) {
    /// The name of the option that is the URI's location.
    public static final String LOCATION = "location";

    /// Opens a store of any kind without the capabilities to write.
    public static final DriverOption READ_ONLY =
            new DriverOption("readonly", "Open for reading only", Kind.FLAG, false, "false");

    /// Kinds of values.
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        FILE,
        FOLDER,
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
