/// What the window shows a newcomer: doors to the first prompts.
@NullMarked
package stemma.ui.welcome;

import org.jspecify.annotations.NullMarked;
