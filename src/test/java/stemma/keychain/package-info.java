/// Where the secrets of stores come from.
@NullMarked
package stemma.keychain;

import org.jspecify.annotations.NullMarked;
