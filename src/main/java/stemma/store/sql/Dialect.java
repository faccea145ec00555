package stemma.store.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.StoreException;

/// What one kind of database does in its own way. Stateless apart from what it names in messages; safe for concurrent
/// use.
public interface Dialect {
    /// The statements of each migration, the first one first. Migration *n* leads from schema number *n* − 1 to *n*.
    /// Where the database cannot undo a change of the schema, each statement must do no harm when it is run again.
    List<Migration> migrations();

    /// Waits until nobody else migrates the same database; holds until the transaction ends.
    void lockSchema(Session session) throws SQLException;

    /// Whether nobody else can write to the database while a store has it open.
    boolean isOnlyWriter();

    /// Ends a `SELECT` of rows that nobody else may change until the transaction ends; empty where there is only one
    /// writer anyway.
    String forUpdate();

    /// A condition with one parameter: the column's text holds it, to the letter.
    String holds(String column);

    /// A condition with one parameter: the column's text begins with it, to the letter.
    String beginsWith(String column);

    /// Keeps texts to be searched, with whatever helps to find them by their parts.
    ///
    /// @param rows each of a prompt's key, the number of a part and the part
    default void insertTexts(Session session, Stream<Object[]> rows) throws SQLException {
        session.updateAll("INSERT INTO prompt_texts (prompt_key, part, text) VALUES (?, ?, ?)", rows);
    }

    /// A condition for rows `t` of `prompt_texts`: the text, which is in lower case, holds this to the letter.
    ///
    /// @param session asked what is rare
    default Clause holdingText(Session session, String wanted) throws SQLException {
        return new Clause(holds("t.text"), List.of(wanted));
    }

    /// Lets others who have the database open know what this transaction changes. Does nothing where nobody else can.
    ///
    /// @param prompts empty when it may be anything
    default void announce(Session session, Collection<PromptId> prompts) throws SQLException {}

    /// What the database itself finds wrong with how it keeps its data, besides the rows and what is in them.
    default List<String> findDamage(Session session) throws SQLException {
        return List.of();
    }

    /// Whether the database takes writes, from us at least.
    default boolean isWritable(Session session) throws SQLException {
        return !session.connection().isReadOnly();
    }

    /// What prompts `p` are sorted by when they are sorted by title, before their ids.
    default String titleOrder() {
        return "p.title_lower";
    }

    /// Makes sure that what is about to be written will be found again.
    ///
    /// @throws StoreException when it would not
    default void beforeWriting() {}

    /// Returns when everything that was committed is on the disk.
    void force(Session session) throws SQLException;

    /// Whether [#backUp] works.
    default boolean canBackUp() {
        return false;
    }

    /// Writes the whole database into a file that is not there yet, as it is at this moment.
    default void backUp(Session session, Path file) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /// The size of the database in bytes; negative when it is not known.
    long bytes(Session session) throws SQLException;

    /// Whether the transaction took a key that somebody else had taken a moment before.
    boolean isTakenKey(SQLException problem);

    /// Whether the connection is of no more use, while another one may be.
    boolean isBroken(SQLException problem);

    /// Lets go whatever a broken connection holds that would keep another one from being opened.
    void abandon(Session session) throws SQLException;

    /// What to tell the caller.
    StoreException explain(SQLException problem);

    /// What to tell the caller of a row that cannot be right.
    StoreException.Corrupt damaged(Sentence where, CharSequence problem);
}
