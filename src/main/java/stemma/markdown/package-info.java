/// A version as a Markdown file with front matter, which the folder store keeps and the command line reads.
@NullMarked
package stemma.markdown;

import org.jspecify.annotations.NullMarked;
