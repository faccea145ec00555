@NullMarked
package stemma.ui.editor;

import org.jspecify.annotations.NullMarked;
