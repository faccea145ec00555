/// Whether there is a newer version of the program. Asks one address, sends nothing about anybody, fetches nothing.
@NullMarked
package stemma.update;

import org.jspecify.annotations.NullMarked;
