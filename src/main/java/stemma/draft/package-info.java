/// Unsaved edits, kept in files so that no keystroke is lost.
@NullMarked
package stemma.draft;

import org.jspecify.annotations.NullMarked;
