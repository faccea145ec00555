package stemma.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// Light or dark, as the system says or as the author wants. Used on the FX thread only.
public final class Theme {
    private static final String STYLESHEET =
            Objects.requireNonNull(Theme.class.getResource("/stemma/ui/stemma.css")).toExternalForm();

    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.SYSTEM);

    /// What the author wants.
    public enum Appearance {
        SYSTEM,
        LIGHT,
        DARK
    }

    public Theme() {
        appearance.subscribe(this::apply);
        Platform.getPreferences().colorSchemeProperty().subscribe(this::apply);
    }

    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    public boolean isDark() {
        return switch (appearance.get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /// Dresses a scene; it follows later changes by itself.
    public void dress(Scene scene) {
        scene.getStylesheets().add(STYLESHEET);
        appearance.subscribe(() -> scene.getPreferences()
                .setColorScheme(isDark() ? ColorScheme.DARK : ColorScheme.LIGHT));
    }
}
