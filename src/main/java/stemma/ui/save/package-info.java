/// The dialog that makes a draft a version.
@NullMarked
package stemma.ui.save;

import org.jspecify.annotations.NullMarked;
