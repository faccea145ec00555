/// A store on a PostgreSQL server: `postgres://USER@HOST:PORT/DATABASE`.
@NullMarked
package stemma.store.postgres;

import org.jspecify.annotations.NullMarked;
