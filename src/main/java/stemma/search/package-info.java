/// Full text of the newest version of every prompt of a store, in an index that holds nothing of its own: it may be
/// deleted at any time and is made again from the store. Everything blocks; nothing starts a thread. Lucene stays behind these classes and is
/// loaded when an index is opened.
@NullMarked
package stemma.search;

import org.jspecify.annotations.NullMarked;
