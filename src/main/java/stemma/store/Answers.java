package stemma.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import stemma.prompt.PromptId;

/// What a store far away answered, kept for a while and up to a size; the answers used longest ago leave first. An
/// answer is kept longer than it counts as fresh, to stand in when the store does not answer. "There is no such thing"
/// is an answer, any other failure is none. Safe for concurrent use.
final class Answers {
    /// No round of questions has this number.
    private static final long OUTDATED = -1;

    private final Clock clock;
    private final Duration freshFor;
    private final Cache<Question, Answer> known;
    private final AtomicLong generation = new AtomicLong();
    private final AtomicLong round = new AtomicLong();

    /// What was asked.
    ///
    /// @param what the call and its arguments, comparable
    /// @param prompt the prompt it is about; empty when it is about many
    record Question(Object what, Optional<PromptId> prompt) {}

    /// @param value what the call returned, or the [StoreException.NotFound] that it threw
    /// @param isNotFound whether it threw
    /// @param round of questions, see [#outdateAll()]
    private record Answer(Object value, boolean isNotFound, Instant at, long round, int weight) {
        Answer outdated() {
            return new Answer(value, isNotFound, at, OUTDATED, weight);
        }

        @SuppressWarnings("unchecked")
        <T> T give() {
            if (isNotFound) {
                throw (StoreException.NotFound) value;
            }
            return (T) value;
        }
    }

    /// @param freshFor how long an answer is given again without asking
    /// @param maximumWeight how much is kept, in characters, about
    Answers(Clock clock, Duration freshFor, long maximumWeight) {
        this.clock = clock;
        this.freshFor = freshFor;
        this.known = Caffeine.newBuilder()
                .maximumWeight(maximumWeight)
                .<Question, Answer>weigher((_, answer) -> answer.weight())
                // Where the caller asks, so that no thread is started for it.
                .executor(Runnable::run)
                .build();
    }

    /// A fresh answer that is known, or else the source's.
    ///
    /// @param weight of a value, in characters, about
    /// @throws StoreException what the source throws
    <T> T ask(Question question, ToIntFunction<T> weight, Supplier<T> source) {
        Answer answer = known.getIfPresent(question);
        long asked = round.get();
        if (answer != null && answer.round() == asked && answer.at().plus(freshFor).isAfter(clock.instant())) {
            return answer.give();
        }
        long before = generation.get();
        Instant at = clock.instant();
        try {
            T value = source.get();
            keep(question, new Answer(value, false, at, asked, weight.applyAsInt(value)), before);
            return value;
        } catch (StoreException.NotFound e) {
            keep(question, new Answer(e, true, at, asked, 1), before);
            throw e;
        }
    }

    /// An answer that was asked for before a write tells of the time before it.
    private void keep(Question question, Answer answer, long before) {
        if (generation.get() == before) {
            known.put(question, answer);
            if (generation.get() != before) {
                known.invalidate(question);
            }
        }
    }

    /// An answer that is known, however old.
    <T> Optional<Supplier<T>> lastKnown(Question question) {
        return Optional.ofNullable(known.getIfPresent(question)).map(answer -> answer::give);
    }

    /// No answer about a prompt, or about many at once, counts as fresh any more; each is still the last known one.
    void outdate(PromptId prompt) {
        generation.incrementAndGet();
        known.asMap().replaceAll((question, answer) -> isAbout(question, prompt) ? answer.outdated() : answer);
    }

    /// As [#outdate], of every prompt.
    void outdateAll() {
        round.incrementAndGet();
    }

    /// Forgets what is known of a prompt, and of many at once.
    void forget(PromptId prompt) {
        generation.incrementAndGet();
        known.asMap().keySet().removeIf(question -> isAbout(question, prompt));
    }

    private static boolean isAbout(Question question, PromptId prompt) {
        return question.prompt().map(prompt::equals).orElse(true);
    }

    void forgetAll() {
        generation.incrementAndGet();
        known.invalidateAll();
    }
}
