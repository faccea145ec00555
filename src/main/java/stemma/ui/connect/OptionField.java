package stemma.ui.connect;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import stemma.store.DriverOption;
import stemma.ui.common.Messages;
import stemma.ui.common.Sentences;

/// One option of a driver in the form. Used on the FX thread only.
final class OptionField {
    /// Where a secret comes from.
    enum SecretSource {
        /// There is none.
        NONE,
        /// The operating system's keychain.
        KEYCHAIN,
        /// An environment variable, whose name the value is.
        VARIABLE,
        /// Whoever opens the store is asked.
        ASKED
    }

    private final DriverOption option;
    private final StringProperty value;
    private final ObjectProperty<SecretSource> source = new SimpleObjectProperty<>(SecretSource.NONE);

    OptionField(DriverOption option) {
        this.option = option;
        this.value = new SimpleStringProperty(option.defaultValue());
    }

    DriverOption option() {
        return option;
    }

    /// What the option is called in the window's language.
    String title() {
        return Sentences.title(option.title());
    }

    boolean isSecret() {
        return option.kind() == DriverOption.Kind.SECRET;
    }

    /// As typed: the option's value; of a secret the secret itself or the name of a variable, depending on its source.
    StringProperty valueProperty() {
        return value;
    }

    /// Of a secret only.
    ObjectProperty<SecretSource> sourceProperty() {
        return source;
    }

    /// Why the value will not do; empty when it will.
    ///
    /// @param isKept whether the keychain has a value already, so that none need be typed
    Optional<String> problem(boolean isKept) {
        String typed = value.get().strip();
        if (isSecret()) {
            boolean needsValue = source.get() == SecretSource.VARIABLE || source.get() == SecretSource.KEYCHAIN && !isKept;
            return needsValue && typed.isEmpty()
                    ? Optional.of(Messages.text("connect.problem.missing", title()))
                    : Optional.empty();
        }
        if (option.required() && typed.isEmpty()) {
            return Optional.of(Messages.text("connect.problem.missing", title()));
        }
        if (option.kind() == DriverOption.Kind.NUMBER && !typed.isEmpty() && !typed.matches("\\d{1,9}")) {
            return Optional.of(Messages.text("connect.problem.number", title()));
        }
        if (option.name().equals(DriverOption.LOCATION) && typed.indexOf('?') >= 0) {
            return Optional.of(Messages.text("connect.problem.question", title()));
        }
        return Optional.empty();
    }
}
