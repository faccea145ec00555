package stemma.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// How much a store holds.
///
/// @param bytes its size on disk, where the store knows it
/// @param changedAt when its newest version was saved
public record Statistics(long prompts, long versions, OptionalLong bytes, Optional<Instant> changedAt) {}
