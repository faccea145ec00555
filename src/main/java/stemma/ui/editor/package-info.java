/// The editor screen: one open prompt with its draft.
@NullMarked
package stemma.ui.editor;

import org.jspecify.annotations.NullMarked;
