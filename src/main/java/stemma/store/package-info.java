/// The port: what a place that holds prompts can do, and how such a place is found and opened. Each store is one
/// folder below this package with a [StoreDriver] of its own.
@NullMarked
package stemma.store;

import org.jspecify.annotations.NullMarked;
