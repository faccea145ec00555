/// The filesystem storage of the Go library go-prompty: a folder for each template with a JSON file for each version,
/// and `labels.json`.
@NullMarked
package stemma.store.goprompty;

import org.jspecify.annotations.NullMarked;
