/// A store in the tables of an SQL database, over plain JDBC. What differs between databases is behind
/// [stemma.store.sql.Dialect]; who may use a connection when is behind [stemma.store.sql.Sessions].
@NullMarked
package stemma.store.sql;

import org.jspecify.annotations.NullMarked;
