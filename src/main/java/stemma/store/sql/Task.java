package stemma.store.sql;

import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Something to do for a thread of ours, and the place where its caller waits.
final class Task<T> {
    /// When the caller is answered.
    enum Kind {
        /// When it is done.
        READ,
        /// When it is committed, by itself.
        WRITE,
        /// When it is committed, perhaps with others, and on the disk.
        FORCED_WRITE,
        /// Never: the thread that meets it ends.
        END
    }

    final Kind kind;
    private final Sessions.Work<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;

    Task(Kind kind, Sessions.Work<T> work) {
        this.kind = kind;
        this.work = work;
    }

    static Task<Boolean> end() {
        return new Task<>(Kind.END, _ -> false);
    }

    void run(Session session) throws SQLException {
        result = work.run(session);
    }

    /// Lets the caller go with what [#run] gave.
    void succeed() {
        answer.complete(result);
    }

    void fail(Throwable problem) {
        answer.completeExceptionally(problem);
    }

    /// Waits. An interrupt does not end the wait, and stays for the caller to see.
    T join() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException problem -> throw problem;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }

    /// The next task of a queue. Nobody but us knows the thread, so that an interrupt means nothing.
    static Task<?> take(BlockingQueue<Task<?>> tasks) {
        while (true) {
            try {
                return tasks.take();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }

    /// As [#take], but empty-handed after a time.
    static @Nullable Task<?> poll(BlockingQueue<Task<?>> tasks, long micros) {
        try {
            return tasks.poll(micros, TimeUnit.MICROSECONDS);
        } catch (InterruptedException e) {
            Thread.interrupted();
            return null;
        }
    }
}
