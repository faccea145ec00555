package stemma.ui.sync;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.Synchronising.Merged;
import stemma.store.Synchronising.Status;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Sentences;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Tasks;
import stemma.ui.sync.SyncWork.Outcome;

/// How one store stands to its other side, and what can be done about it. One act goes on at a time. Used on the FX
/// thread only.
public final class SyncModel {
    private final Store store;
    private final Tasks tasks;
    private final Notices notices;
    private final SyncHost host;
    private final TaskSlot looking;
    private final ReadOnlyObjectWrapper<Optional<Status>> status = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param store one that claims [stemma.store.Capability#SYNCHRONISE]
    public SyncModel(Store store, Tasks tasks, Notices notices, SyncHost host) {
        this.store = store;
        this.tasks = tasks;
        this.notices = notices;
        this.host = host;
        this.looking = new TaskSlot(tasks);
    }

    /// What was known when it was last looked at; empty before that, or when it cannot be told.
    public ReadOnlyObjectProperty<Optional<Status>> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Why the state cannot be told, or why sending by itself failed last; empty when all is well.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether an act goes on.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Looks at the state again, without asking the other side.
    public void look() {
        looking.run(
                Messages.text("sync.looking"), _ -> store.synchronising().status(), this::show, e -> {
                    status.set(Optional.empty());
                    problem.set(Notices.explain(e));
                });
    }

    private void show(Status now) {
        problem.set(now.problem().map(Sentences::say).orElse(""));
        status.set(Optional.of(now));
    }

    /// Begins an act; what comes of it is told in a notice, and clashes are shown. Does nothing while another goes on.
    public void carryOut(SyncAct act) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        looking.cancel();
        tasks.runWhole(
                act.doing(),
                progress -> new SyncWork(store.synchronising(), progress).carryOut(act),
                outcome -> {
                    busy.set(false);
                    ended(act, outcome);
                },
                e -> {
                    busy.set(false);
                    failed(act, e);
                });
    }

    private void ended(SyncAct act, Outcome outcome) {
        show(outcome.status());
        if (outcome.brought() > 0) {
            host.broughtIn();
        }
        if (outcome.clashes().isEmpty()) {
            tell(act, outcome);
        } else {
            host.decide(new ClashModel(
                    store, outcome.clashes(), tasks, merged -> decided(act, outcome.status().behind(), merged)));
        }
    }

    private void decided(SyncAct act, int behind, Merged merged) {
        show(merged.status());
        host.broughtIn();
        notices.done(Messages.text("sync.brought", behind));
        if (act.sends()) {
            carryOut(SyncAct.SEND);
        }
    }

    private void tell(SyncAct act, Outcome outcome) {
        Status now = outcome.status();
        if (outcome.stopped()) {
            notices.remark(Messages.text("sync.stopped"));
        } else if (act.sends() && now.problem().isPresent()) {
            notices.error(Messages.text("sync.sent.but", outcome.sent()), Sentences.say(now.problem().get()));
        } else if (act == SyncAct.FETCH && now.behind() > 0) {
            offer(Messages.text("sync.fetched", now.behind()), SyncAct.BRING_IN);
        } else if (act == SyncAct.BRING_IN && outcome.brought() == 0 && now.asked().isEmpty()) {
            offer(Messages.text("sync.unasked"), SyncAct.FETCH);
        } else if (outcome.brought() > 0 && outcome.sent() > 0) {
            notices.done(Messages.text("sync.both", outcome.brought(), outcome.sent()));
        } else if (outcome.brought() > 0) {
            notices.done(Messages.text("sync.brought", outcome.brought()));
        } else if (outcome.sent() > 0) {
            notices.done(Messages.text("sync.sent", outcome.sent()));
        } else {
            notices.remark(Messages.text(act == SyncAct.SEND ? "sync.sent.nothing" : "sync.nothing"));
        }
    }

    private void offer(String text, SyncAct next) {
        notices.done(text, next.title(), () -> carryOut(next));
    }

    private void failed(SyncAct act, Exception e) {
        switch (e) {
            case StoreException.Denied denied ->
                notices.error(
                        act.failed(),
                        Sentences.say(denied.sentence()) + "\n" + Messages.text("sync.denied"),
                        new Notices.Action(Messages.text("menu.stores"), host::manageStores));
            case StoreException.Unreachable away -> {
                boolean alone = status.get().filter(known -> known.remote().isEmpty()).isPresent();
                notices.error(
                        act.failed(),
                        Sentences.say(away.sentence()) + "\n" + Messages.text(alone ? "sync.alone" : "sync.away"));
            }
            default -> notices.error(act.failed(), e);
        }
        look();
    }

    /// Asks for a branch and opens it in place of the one that is open.
    public void chooseBranch() {
        tasks.run(
                Messages.text("sync.branch.reading"),
                _ -> store.synchronising().branches(),
                branches -> {
                    String current = status.get().map(Status::branch).orElse("");
                    host.askBranch(branches, current)
                            .filter(chosen -> !chosen.equals(current))
                            .ifPresent(chosen -> host.open(store.synchronising().at(chosen)));
                },
                e -> notices.error(Messages.text("sync.branch.failed"), e));
    }
}
