/// A store in one SQLite file, which several programs may have open: `sqlite:FILE`.
@NullMarked
package stemma.store.sqlite;

import org.jspecify.annotations.NullMarked;
