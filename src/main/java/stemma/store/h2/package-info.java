/// A store in one H2 file: `h2:PATH`.
@NullMarked
package stemma.store.h2;

import org.jspecify.annotations.NullMarked;
