/// What differs between two contents, and between two texts: typed changes down to words. Pure and usable as a
/// library: values in, values out, no threads, no files, nothing but `java.*` and the domain.
///
/// [Comparison] compares contents, [TextDiff] compares texts.
@NullMarked
package stemma.diff;

import org.jspecify.annotations.NullMarked;
