package stemma.update;

import java.net.URI;
import stemma.prompt.VersionLabel;

/// A version of the program that is newer than the one that runs.
///
/// @param page tells about it; an address of the web
public record Release(VersionLabel version, URI page) {}
