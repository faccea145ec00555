package stemma.ui.sync;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Side;

/// A clash and which side is to hold, once that is decided. Used on the FX thread only.
public final class Decision {
    private final Clash clash;
    private final ReadOnlyObjectWrapper<Optional<Side>> side = new ReadOnlyObjectWrapper<>(Optional.empty());

    Decision(Clash clash) {
        this.clash = clash;
    }

    public Clash clash() {
        return clash;
    }

    public ReadOnlyObjectProperty<Optional<Side>> sideProperty() {
        return side.getReadOnlyProperty();
    }

    /// Whether this side can hold: both sides can for a version only.
    public boolean allows(Side wanted) {
        return wanted != Side.BOTH || clash.kind() == Clash.Kind.VERSION;
    }

    void decide(Side wanted) {
        if (allows(wanted)) {
            side.set(Optional.of(wanted));
        }
    }

    /// Whether it is about the same, though the sides may differ by now.
    boolean isAbout(Clash other) {
        return clash.where().equals(other.where())
                && clash.kind() == other.kind()
                && clash.subject().equals(other.subject());
    }
}
