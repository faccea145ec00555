/// A store that lives as long as its process: for tests, trials and as the plainest example of the port.
@NullMarked
package stemma.store.memory;

import org.jspecify.annotations.NullMarked;
