package stemma.ui.health;

/// One line of what is known of a store.
///
/// @param name what it is, such as `Address`
public record Fact(String name, String value) {}
