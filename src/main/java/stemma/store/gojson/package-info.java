/// Folders of JSON files that Go programs keep: read with their rules, written to the byte as they would, changed in one
/// step, and a [stemma.store.Store] over them. What one program's files mean is a [stemma.store.gojson.Layout].
@NullMarked
package stemma.store.gojson;

import org.jspecify.annotations.NullMarked;
