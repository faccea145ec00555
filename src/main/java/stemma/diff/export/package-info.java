/// Change lists for other programs and for people without Stemma: a patch, an HTML report, Markdown.
@NullMarked
package stemma.diff.export;

import org.jspecify.annotations.NullMarked;
