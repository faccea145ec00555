/// The registry that a first start shows, so that there is something to compare.
@NullMarked
package stemma.transfer.sample;

import org.jspecify.annotations.NullMarked;
