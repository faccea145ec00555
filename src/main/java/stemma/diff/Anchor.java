package stemma.diff;

/// Two places that belong side by side, in UTF-16 units from the beginning of each text.
public record Anchor(int left, int right) {}
