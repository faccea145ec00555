package stemma.store;

import java.nio.file.Path;
import java.time.Clock;

/// What a driver may use of its surroundings while it opens a store, and the store afterwards. Immutable.
///
/// @param clock the source of the times that the store writes
/// @param secrets asked for options of kind [DriverOption.Kind#SECRET]
/// @param dataFolder where a store of something far away may keep its local copy, in a folder named after its scheme;
///     made when it is needed
public record Opening(Clock clock, Secrets secrets, Path dataFolder) {
    /// Without secrets; local copies go to the system's folder for temporary files.
    public static Opening at(Clock clock) {
        return new Opening(clock, Secrets.NONE, Path.of(System.getProperty("java.io.tmpdir"), "stemma"));
    }
}
