/// Writing files so that nothing is lost: shared by everything that keeps data in files.
@NullMarked
package stemma.files;

import org.jspecify.annotations.NullMarked;
