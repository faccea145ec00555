/// A short session that drives itself, for the build of an installer.
@NullMarked
package stemma.ui.rehearsal;

import org.jspecify.annotations.NullMarked;
