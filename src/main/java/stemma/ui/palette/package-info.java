/// Finding by a few letters: commands, and prompts, versions and tags.
@NullMarked
package stemma.ui.palette;

import org.jspecify.annotations.NullMarked;
