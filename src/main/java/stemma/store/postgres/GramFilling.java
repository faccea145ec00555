package stemma.store.postgres;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import stemma.store.StoreException;
import stemma.store.sql.Session;
import stemma.store.sql.Sessions;

/// Makes the trigrams of texts that a program wrote that knew nothing of them, in the background, a few at a time. Such
/// texts are found all the same, only slower. What is left when the program ends is made after the next opening.
final class GramFilling implements Runnable {
    private static final int AT_ONCE = 200;

    private final Sessions sessions;

    /// @param sessions whose end is its end
    GramFilling(Sessions sessions) {
        this.sessions = sessions;
    }

    void start() {
        Thread.ofPlatform().daemon().name("stemma-grams").start(this);
    }

    @Override
    public void run() {
        try {
            long last = sessions.readLatest(GramFilling::isNeeded) ? Long.MIN_VALUE : Long.MAX_VALUE;
            while (last < Long.MAX_VALUE) {
                long after = last;
                last = sessions.write(session -> fill(session, after));
            }
        } catch (StoreException e) {
            // The store is closed, its user may only read, or the server went away.
            System.getLogger(GramFilling.class.getName()).log(Level.DEBUG, "texts are not prepared for searching", e);
        }
    }

    private static boolean isNeeded(Session session) throws SQLException {
        return session.first("SELECT 1 FROM prompt_texts WHERE grams @> '{-1}' LIMIT 1", _ -> true)
                .isPresent();
    }

    private record Text(long prompt, int part, String text) {}

    /// @return the last prompt that was looked at
    private static long fill(Session session, long after) throws SQLException {
        List<Text> texts = session.all(
                "SELECT prompt_key, part, text FROM prompt_texts WHERE prompt_key > ? AND grams = '{-1}'"
                        + " ORDER BY prompt_key, part LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> new Text(row.getLong(1), row.getInt(2), row.getString(3)),
                after,
                AT_ONCE);
        session.updateAll(
                "UPDATE prompt_texts SET grams = ? WHERE prompt_key = ? AND part = ?",
                texts.stream().map(text -> new Object[] {
                    PostgresDialect.grams(text.text()), text.prompt(), text.part()
                }));
        return texts.size() < AT_ONCE ? Long.MAX_VALUE : texts.getLast().prompt() - 1;
    }
}
