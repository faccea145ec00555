package stemma.ui.health;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import stemma.store.Capability;
import stemma.store.Health;
import stemma.store.Health.Problem;
import stemma.store.Statistics;
import stemma.store.Store;
import stemma.ui.common.Dialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Sentences;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;
import stemma.ui.common.Times;

/// Looks at a store, and repairs and backs it up when its author says so.
public final class HealthModel {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

    private final Store store;
    private final String name;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Times times;
    private final Tasks tasks;
    private final TaskSlot counting;
    private final TaskSlot checking;

    private Optional<Statistics> statistics = Optional.empty();
    private Optional<Health> health = Optional.empty();
    private Optional<Boolean> reached = Optional.empty();
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper bad = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param name what the window calls the store
    public HealthModel(Store store, String name, Dialogs dialogs, Notices notices, Times times, Tasks tasks) {
        this.store = store;
        this.name = name;
        this.dialogs = dialogs;
        this.notices = notices;
        this.times = times;
        this.tasks = tasks;
        this.counting = new TaskSlot(tasks);
        this.checking = new TaskSlot(tasks);
        tellFacts();
    }

    public String name() {
        return name;
    }

    /// What is known so far, in the order to be shown.
    public ReadOnlyObjectProperty<List<Fact>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// What the last check found.
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// What came of the check, or of a backup that was made since, as a sentence.
    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// Whether [#outcomeProperty] is bad news.
    public ReadOnlyBooleanProperty badProperty() {
        return bad.getReadOnlyProperty();
    }

    /// Whether a check or a repair is going on.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public boolean canBackUp() {
        return store.can(Capability.BACK_UP);
    }

    public boolean canRepair(Problem problem) {
        return store.can(Capability.REPAIR) && problem.remedy().isPresent();
    }

    /// Counts what the store holds and looks at all of it.
    public void check() {
        busy.set(true);
        say("health.checking", false);
        problems.set(List.of());
        counting.run(
                Messages.text("health.counting"),
                _ -> store.count(),
                found -> {
                    statistics = Optional.of(found);
                    reached = Optional.of(true);
                    tellFacts();
                },
                _ -> {
                    // The check says what is wrong.
                });
        checking.run(Messages.text("health.checking"), _ -> store.check(), this::show, this::showFailure);
    }

    private void show(Health found) {
        busy.set(false);
        health = Optional.of(found);
        reached = Optional.of(true);
        tellFacts();
        problems.set(found.problems());
        if (found.isSound()) {
            say("health.sound", false);
        } else {
            say("health.problems", true, found.problems().size());
        }
    }

    private void showFailure(Exception problem) {
        busy.set(false);
        reached = Optional.of(false);
        tellFacts();
        say("health.failed", true, Notices.explain(problem));
    }

    private void say(String key, boolean isBad, Object... values) {
        bad.set(isBad);
        outcome.set(Messages.text(key, values));
    }

    /// Waits no longer for what is going on. A repair that has begun is carried out nevertheless.
    public void cancel() {
        if (busy.get()) {
            counting.cancel();
            checking.cancel();
            busy.set(false);
            say("health.cancelled", false);
        }
    }

    /// Asks, does what the problem's remedy says, and checks again.
    public void repair(Problem problem) {
        problem.remedy().filter(_ -> canRepair(problem) && !busy.get()).ifPresent(remedy -> {
            if (!dialogs.confirm(
                    Messages.text("health.repair.title"),
                    Messages.text(
                            "health.repair.text",
                            Sentences.say(problem.where()),
                            Sentences.say(problem.what()),
                            Sentences.say(remedy.what())),
                    Messages.text("health.repair.act"))) {
                return;
            }
            busy.set(true);
            say("health.repairing", false);
            checking.run(
                    Messages.text("health.repairing"),
                    _ -> {
                        store.repair(remedy);
                        return remedy;
                    },
                    _ -> check(),
                    e -> {
                        busy.set(false);
                        say("health.repair.failed", true, Notices.explain(e));
                    });
        });
    }

    /// Asks for a file that is not there yet, and backs the store up into it.
    ///
    /// @param suggestedName a name for the file
    public void backUp(String suggestedName) {
        if (!canBackUp()) {
            return;
        }
        dialogs.askFileToSave(Messages.text("backup.title"), suggestedName).ifPresent(file -> {
            say("backup.doing", false, file);
            tasks.runWhole(
                    Messages.text("backup.doing", file.getFileName()),
                    _ -> {
                        store.backUp(file);
                        return file;
                    },
                    written -> {
                        say("backup.done", false, written);
                        notices.done(Messages.text("backup.done", written));
                    },
                    e -> tellBackupFailed(file, e));
        });
    }

    private void tellBackupFailed(Path file, Exception problem) {
        say("backup.failed", true, file);
        String what = Messages.text("backup.failed", file);
        if (problem instanceof FileAlreadyExistsException) {
            notices.error(what, Messages.text("backup.exists"));
        } else {
            notices.error(what, problem);
        }
    }

    private void tellFacts() {
        List<Fact> known = new ArrayList<>();
        known.add(fact("health.name", name));
        known.add(fact("health.address", store.uri().toString()));
        known.add(fact("health.state", state()));
        known.add(fact("health.writes", writes()));
        known.add(fact("health.abilities", abilities()));
        known.add(fact(
                "health.holds",
                statistics
                        .map(found -> Messages.text("health.holds.value", found.prompts(), found.versions()))
                        .orElse("…")));
        statistics
                .filter(found -> found.bytes().isPresent())
                .ifPresent(found ->
                        known.add(fact("health.size", size(found.bytes().getAsLong()))));
        statistics
                .flatMap(Statistics::changedAt)
                .ifPresent(time -> known.add(fact("health.changed", times.exact(time))));
        facts.set(List.copyOf(known));
    }

    private static Fact fact(String key, String value) {
        return new Fact(Messages.text(key), value);
    }

    private String state() {
        return store.awaySince()
                .map(since -> Messages.text("health.state.away", times.exact(since)))
                .or(() -> reached.map(
                        answered -> Messages.text(answered ? "health.state.reachable" : "health.state.trouble")))
                .orElse("…");
    }

    private String writes() {
        boolean claimed = store.can(Capability.APPEND);
        return Messages.text(
                claimed && health.map(Health::writable).orElse(true) ? "health.writes.yes" : "health.writes.no");
    }

    private String abilities() {
        String able = store.capabilities().stream()
                .sorted()
                .map(capability -> Messages.text("health.can." + capability.name()))
                .collect(Collectors.joining(", "));
        return able.isEmpty() ? Messages.text("health.can.nothing") : able;
    }

    /// In the largest unit of which there is one at least; a kilobyte is 1,000 bytes.
    static String size(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 999.5 && unit < UNITS.size() - 1) {
            amount /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(unit == 0 || amount >= 100 ? 0 : 1);
        return format.format(amount) + " " + UNITS.get(unit);
    }
}
