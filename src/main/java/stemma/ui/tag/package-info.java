/// Adding and removing tags of a version.
@NullMarked
package stemma.ui.tag;

import org.jspecify.annotations.NullMarked;
