/// The directory of the Go program loom: one JSON file for each version, and `_meta.json` with stages and tags.
@NullMarked
package stemma.store.loom;

import org.jspecify.annotations.NullMarked;
