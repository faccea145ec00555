@NullMarked
package stemma.draft;

import org.jspecify.annotations.NullMarked;
