package stemma.ui.update;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import stemma.prompt.VersionLabel;
import stemma.settings.Setting;
import stemma.settings.Settings;
import stemma.ui.common.Messages;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;
import stemma.update.Release;
import stemma.update.UpdateCheck;
import stemma.update.UpdateException;

/// Looks for a newer version: once a week if the author wants that, and when asked. What was found is remembered until it
/// runs. Used on the FX thread only.
public final class UpdateModel {
    /// Whether to look by itself.
    public static final Setting<Boolean> WEEKLY = Setting.flag("update.weekly", false);

    static final Setting<String> LAST = Setting.text("update.last", "");
    static final Setting<String> FOUND = Setting.text("update.found", "");

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration AFTER_A_FAILURE = Duration.ofDays(1);
    private static final Duration AFTER_THE_START = Duration.ofSeconds(15);
    private static final Duration LOOKS_AT_THE_CLOCK_EVERY = Duration.ofHours(6);

    private final UpdateCheck check;
    private final VersionLabel running;
    private final Settings settings;
    private final Tasks tasks;
    private final Clock clock;
    private final TaskSlot looking;
    private final BooleanProperty weekly = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Release>> newer = new ReadOnlyObjectWrapper<>(Optional.empty());

    public UpdateModel(UpdateCheck check, Settings settings, Tasks tasks, Clock clock) {
        this.check = check;
        this.running = check.version();
        this.settings = settings;
        this.tasks = tasks;
        this.clock = clock;
        this.looking = new TaskSlot(tasks);
        read();
        weekly.subscribe((_, now) -> settings.set(WEEKLY, now));
        newer.set(remembered());
        tasks.later(AFTER_THE_START, this::lookWhenItIsTime);
    }

    /// Takes over what the settings say.
    public void read() {
        weekly.set(settings.get(WEEKLY));
    }

    /// A version and the address of its page, with a blank between them.
    private Optional<Release> remembered() {
        String[] parts = settings.get(FOUND).split(" ", 2);
        try {
            return parts.length == 2
                    ? Optional.of(new Release(new VersionLabel(parts[0]), URI.create(parts[1])))
                            .filter(release -> release.version().compareTo(running) > 0)
                            .filter(release -> UpdateCheck.isSafe(release.page()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void lookWhenItIsTime() {
        if (weekly.get() && !busy.get() && isTime()) {
            Consumer<String> log =
                    sentence -> System.getLogger(UpdateModel.class.getName()).log(System.Logger.Level.DEBUG, sentence);
            look(log, log);
        }
        tasks.later(LOOKS_AT_THE_CLOCK_EVERY, this::lookWhenItIsTime);
    }

    private boolean isTime() {
        try {
            Duration since = Duration.between(Instant.parse(settings.get(LAST)), clock.instant());
            return since.isNegative() || since.compareTo(WEEK) >= 0;
        } catch (DateTimeException e) {
            return true;
        }
    }

    /// Looks now, whatever the settings say.
    ///
    /// @param onDone gets a sentence about what came of it
    /// @param onFailed gets a sentence about why nothing did
    public void look(Consumer<String> onDone, Consumer<String> onFailed) {
        busy.set(true);
        looking.run(
                Messages.text("update.looking"),
                progress -> check.look(progress::isCancelled),
                found -> {
                    busy.set(false);
                    settings.set(LAST, clock.instant().toString());
                    settings.set(FOUND, found.map(release -> release.version() + " " + release.page()).orElse(""));
                    newer.set(found);
                    onDone.accept(found.map(release -> Messages.text("update.newer", release.version()))
                            .orElseGet(() -> Messages.text("update.none", running)));
                },
                e -> {
                    busy.set(false);
                    settings.set(LAST, clock.instant().minus(WEEK).plus(AFTER_A_FAILURE).toString());
                    System.getLogger(UpdateModel.class.getName())
                            .log(System.Logger.Level.INFO, "looking for a newer version failed", e);
                    onFailed.accept(Messages.text(
                            "update.failed." + (e instanceof UpdateException u ? u.reason() : UpdateException.Reason.NO_ANSWER)));
                });
    }

    /// Whether to look once a week.
    public BooleanProperty weeklyProperty() {
        return weekly;
    }

    /// Whether an answer is waited for.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// The newer version, if one was found.
    public ReadOnlyObjectProperty<Optional<Release>> newerProperty() {
        return newer.getReadOnlyProperty();
    }
}
