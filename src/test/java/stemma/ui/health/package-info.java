/// A store's health, without a toolkit.
@NullMarked
package stemma.ui.health;

import org.jspecify.annotations.NullMarked;
