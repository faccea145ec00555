@NullMarked
package stemma.settings;

import org.jspecify.annotations.NullMarked;
