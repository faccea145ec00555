package stemma.store.sql;

import java.sql.SQLException;
import stemma.store.StoreException;

/// Runs work on the connections of one database. Safe for concurrent use.
public interface Sessions extends AutoCloseable {
    /// Something to do with a database.
    @FunctionalInterface
    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    /// What a connection is for.
    enum Use {
        /// Writing; and reading what was written before in the same transaction.
        WRITE,
        /// Reading; every statement of a transaction sees the same moment's state.
        READ,
        /// Reading; each statement sees what is committed when it begins. Counts rows faster.
        READ_LATEST
    }

    /// Runs work that reads one moment's state.
    ///
    /// @throws StoreException what the work throws, or what the database's problem means
    <T> T read(Work<T> work);

    /// Runs work that reads with statements that need not agree with each other.
    ///
    /// @throws StoreException as [#read]
    <T> T readLatest(Work<T> work);

    /// Runs work that writes, commits it and forces it to the disk. When it throws, nothing was written.
    ///
    /// @throws StoreException as [#read]
    <T> T write(Work<T> work);

    /// As [#write], but kept for certain only after the next call of [#force()] or [#write].
    <T> T writeUnforced(Work<T> work);

    /// Returns when everything written so far is on the disk.
    void force();

    /// Waits for running calls; every later one fails with [StoreException.Closed]. Closing again does nothing.
    @Override
    void close();
}
