/// The store in a Git repository: the files of [stemma.store.file], one commit for each change, and another side to
/// bring together with.
@NullMarked
package stemma.store.git;

import org.jspecify.annotations.NullMarked;
