/// A store as somebody else would write it; `docs/writing-a-store.md` leads through it.
@NullMarked
package example.notes;

import org.jspecify.annotations.NullMarked;
