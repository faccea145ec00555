/// The state of a store: what it holds, what is wrong with it, and what can be done about that.
@NullMarked
package stemma.ui.health;

import org.jspecify.annotations.NullMarked;
