/// Prompts in single files: those of other programs, and Stemma's own version files. A format is one class.
@NullMarked
package stemma.transfer.promptfile;

import org.jspecify.annotations.NullMarked;
