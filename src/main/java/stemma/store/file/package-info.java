/// A folder of Markdown files, one for each version, that people and other programs may read and write too. The
/// format is described in `docs/file-format.md`.
@NullMarked
package stemma.store.file;

import org.jspecify.annotations.NullMarked;
