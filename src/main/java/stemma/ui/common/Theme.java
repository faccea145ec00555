package stemma.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Light or dark, as the system says or as the author wants. Used on the FX thread only.
public final class Theme implements AutoCloseable {
    private static final String STYLESHEET =
            Objects.requireNonNull(Theme.class.getResource("/stemma/ui/stemma.css")).toExternalForm();

    /// Dialogs come and go; a theme keeps none of them.
    private final List<WeakReference<Scene>> dressed = new ArrayList<>();
    private final Subscription system;
    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.SYSTEM);

    /// What the author wants.
    public enum Appearance {
        SYSTEM,
        LIGHT,
        DARK
    }

    public Theme() {
        system = Subscription.combine(
                appearance.subscribe(this::apply),
                Platform.getPreferences().colorSchemeProperty().subscribe(this::apply));
        apply();
    }

    /// Follows the system no more; a theme that is not closed lives as long as the toolkit.
    @Override
    public void close() {
        system.unsubscribe();
        appearance.unbind();
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
        dressed.removeIf(scene -> scene.get() == null);
        dressed.forEach(scene -> Optional.ofNullable(scene.get()).ifPresent(this::colour));
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /// Dresses a scene; it follows later changes by itself for as long as it lives.
    public void dress(Scene scene) {
        scene.getStylesheets().add(STYLESHEET);
        dressed.add(new WeakReference<>(scene));
        colour(scene);
    }

    private void colour(Scene scene) {
        scene.getPreferences().setColorScheme(isDark() ? ColorScheme.DARK : ColorScheme.LIGHT);
    }
}
