package stemma.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import com.sun.javafx.css.StyleManager;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.util.Subscription;
import org.kordamp.ikonli.boxicons.BoxiconsRegular;
import org.kordamp.ikonli.javafx.FontIcon;

/// Light, dark or high contrast, as the system says or as the author wants. Used on the FX thread only, once it is
/// started.
///
/// A theme is a set of looked-up colours: AtlantaFX's own, and in high contrast those of one more style sheet.
public final class Theme implements AutoCloseable {
    /// The usual size of text, in pixels.
    public static final double TEXT_SIZE = 14;

    private static final String STYLESHEET = resource("/stemma/ui/stemma.css");
    private static final String HIGH_CONTRAST = resource("/stemma/ui/high-contrast.css");

    /// How large icons are beside text of the usual size, by the names that style sheets know. An icon is a letter of its own
    /// font, so that `em` would be its own size.
    private static final Map<String, Integer> ICON_SIZES = Map.of(
            "-icon-size", 18,
            "-icon-size-small", 12,
            "-icon-size-of-text", 14,
            "-icon-size-large", 26,
            "-icon-size-huge", 32);

    /// Dialogs come and go; a theme keeps none of them.
    private final List<WeakReference<Scene>> dressed = new ArrayList<>();
    private Subscription system = Subscription.EMPTY;
    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.SYSTEM);
    private final DoubleProperty textSize = new SimpleDoubleProperty(TEXT_SIZE);

    /// What the author wants.
    public enum Appearance {
        SYSTEM,
        LIGHT,
        DARK,
        /// Black on white.
        HIGH_CONTRAST_LIGHT,
        /// White on black.
        HIGH_CONTRAST_DARK
    }

    /// Reads the style sheet that all controls have in common, on any thread, as long as no window is open: JavaFX itself would
    /// read it on the FX thread, before the first window. What the system wants only the toolkit knows; [#start] puts a
    /// wrong guess right.
    public static void readAhead(boolean dark) {
        StyleManager.getInstance().setUserAgentStylesheets(List.of(sheet(dark)));
    }

    /// Reads the font that icons come from, on any thread.
    public static void readIconsAhead() {
        new FontIcon(BoxiconsRegular.PURCHASE_TAG);
    }

    /// Says that the sheet which was read is the one; without it the first control reads JavaFX's own. On any thread, once the
    /// toolkit runs.
    public static void choose(boolean dark) {
        Application.setUserAgentStylesheet(sheet(dark));
    }

    private static String sheet(boolean dark) {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    /// Takes effect, and follows the system from now on; before it nothing asks for the toolkit.
    ///
    /// @return this theme
    public Theme start() {
        system = Subscription.combine(
                appearance.subscribe(this::apply),
                textSize.subscribe(() -> each(this::enlarge)),
                Platform.getPreferences().subscribe(this::apply));
        apply();
        return this;
    }

    /// Follows the system no more; a theme that is not closed lives as long as the toolkit.
    @Override
    public void close() {
        system.unsubscribe();
        appearance.unbind();
        textSize.unbind();
    }

    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /// How large the text of every dressed scene is, in pixels; what is given in `em` follows.
    public DoubleProperty textSizeProperty() {
        return textSize;
    }

    public boolean isDark() {
        return isDark(appearance.get());
    }

    private static boolean isDark(Appearance wanted) {
        return switch (wanted) {
            case DARK, HIGH_CONTRAST_DARK -> true;
            case LIGHT, HIGH_CONTRAST_LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    public boolean isHighContrast() {
        return isHighContrast(appearance.get());
    }

    private static boolean isHighContrast(Appearance wanted) {
        return switch (wanted) {
            case HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK -> true;
            case LIGHT, DARK -> false;
            case SYSTEM -> systemWantsHighContrast(Platform.getPreferences());
        };
    }

    /// The colours of a window, for what is drawn before any style sheet is read.
    ///
    /// @param ground behind everything
    /// @param bar of menus, tools and the status
    /// @param line between them
    public record Colours(Color ground, Color bar, Color line) {}

    /// The colours of a window that is wanted like this.
    public static Colours colours(Appearance wanted) {
        if (isHighContrast(wanted)) {
            return isDark(wanted)
                    ? new Colours(Color.BLACK, Color.BLACK, Color.grayRgb(179))
                    : new Colours(Color.WHITE, Color.WHITE, Color.grayRgb(89));
        }
        return isDark(wanted)
                ? new Colours(Color.rgb(13, 17, 23), Color.rgb(22, 27, 34), Color.rgb(33, 38, 45))
                : new Colours(Color.WHITE, Color.rgb(246, 248, 250), Color.rgb(208, 215, 222));
    }

    /// Windows says so, GTK by the name of its theme; macOS tells JavaFX nothing of it.
    ///
    /// @param system what [Platform.Preferences] holds
    static boolean systemWantsHighContrast(Map<String, Object> system) {
        boolean byName = system.get("GTK.theme_name") instanceof String name
                && name.toLowerCase(Locale.ROOT).contains("highcontrast");
        return byName || Boolean.TRUE.equals(system.get("Windows.SPI.HighContrast"));
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name)).toExternalForm();
    }

    private void each(Consumer<Scene> change) {
        dressed.removeIf(scene -> scene.get() == null);
        dressed.forEach(scene -> Optional.ofNullable(scene.get()).ifPresent(change));
    }

    private void enlarge(Scene scene) {
        long size = Math.round(textSize.get());
        StringBuilder style = new StringBuilder("-fx-font-size: " + size + "px;");
        ICON_SIZES.forEach((name, usual) -> style.append(
                name + ": " + Math.round(usual * size / TEXT_SIZE) + "px;"));
        scene.getRoot().setStyle(style.toString());
    }

    private void apply() {
        each(this::colour);
        Application.setUserAgentStylesheet(sheet(isDark()));
    }

    /// Dresses a scene; it follows later changes by itself for as long as it lives.
    public void dress(Scene scene) {
        scene.getStylesheets().add(STYLESHEET);
        dressed.add(new WeakReference<>(scene));
        colour(scene);
        enlarge(scene);
    }

    private void colour(Scene scene) {
        if (!isHighContrast()) {
            scene.getStylesheets().remove(HIGH_CONTRAST);
        } else if (!scene.getStylesheets().contains(HIGH_CONTRAST)) {
            scene.getStylesheets().add(HIGH_CONTRAST);
        }
        scene.getPreferences().setColorScheme(isDark() ? ColorScheme.DARK : ColorScheme.LIGHT);
    }
}
