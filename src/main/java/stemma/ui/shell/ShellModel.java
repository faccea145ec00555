package stemma.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import stemma.settings.Connection.Colour;
import stemma.settings.Settings;
import stemma.ui.common.Language;
import stemma.ui.common.Scale;
import stemma.ui.common.Theme;
import stemma.ui.common.Theme.Appearance;
import stemma.ui.compare.CompareLook;
import stemma.ui.editor.TextLook;
import stemma.ui.settings.Look;

/// What the window itself shows: the store's name, the status line, banners, appearance and zoom.
final class ShellModel {
    private static final double ZOOM_STEP = 1.1;
    private static final double SMALLEST = 0.6;
    private static final double LARGEST = 3;

    private final Settings settings;
    private final StringProperty storeName = new SimpleStringProperty("");
    private final ObjectProperty<Colour> storeColour = new SimpleObjectProperty<>(Colour.NONE);
    private final StringProperty status = new SimpleStringProperty("");
    private final ObservableList<Banner> banners = FXCollections.observableArrayList();
    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>();
    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>();
    private final DoubleProperty zoom = new SimpleDoubleProperty();
    private final BooleanProperty monospaced = new SimpleBooleanProperty();
    private final BooleanProperty lineNumbers = new SimpleBooleanProperty();
    private final CompareLook compareLook = new CompareLook();

    ShellModel(Settings settings) {
        this.settings = settings;
        read();
        appearance.subscribe((_, now) -> settings.set(Remembered.APPEARANCE, now));
        language.subscribe((_, now) -> settings.set(Remembered.LANGUAGE, now));
        scale.subscribe((_, now) -> settings.set(Remembered.SCALE, now));
        zoom.subscribe((_, now) -> settings.set(Remembered.ZOOM, now.doubleValue()));
        monospaced.subscribe((_, now) -> settings.set(Remembered.MONOSPACED, now));
        lineNumbers.subscribe((_, now) -> settings.set(Remembered.LINE_NUMBERS, now));
        compareLook.view().subscribe((_, now) -> settings.set(Remembered.COMPARE_VIEW, now));
        compareLook.monospaced().subscribe((_, now) -> settings.set(Remembered.COMPARE_MONOSPACED, now));
        compareLook.changesListed().subscribe((_, now) -> settings.set(Remembered.COMPARE_CHANGES, now));
    }

    /// Takes over what the settings say.
    void read() {
        appearance.set(settings.get(Remembered.APPEARANCE));
        language.set(settings.get(Remembered.LANGUAGE));
        scale.set(settings.get(Remembered.SCALE));
        zoom.set(Math.clamp(settings.get(Remembered.ZOOM), SMALLEST, LARGEST));
        monospaced.set(settings.get(Remembered.MONOSPACED));
        lineNumbers.set(settings.get(Remembered.LINE_NUMBERS));
        compareLook.view().set(settings.get(Remembered.COMPARE_VIEW));
        compareLook.monospaced().set(settings.get(Remembered.COMPARE_MONOSPACED));
        compareLook.changesListed().set(settings.get(Remembered.COMPARE_CHANGES));
    }

    /// What of it the settings window shows.
    Look settingsLook() {
        return new Look(appearance, zoom, scale, monospaced, lineNumbers);
    }

    StringProperty storeNameProperty() {
        return storeName;
    }

    /// The mark that tells the store in front from others.
    ObjectProperty<Colour> storeColourProperty() {
        return storeColour;
    }

    StringProperty statusProperty() {
        return status;
    }

    /// What must be said as long as it holds.
    ObservableList<Banner> banners() {
        return banners;
    }

    /// Says something in place of what was said about its topic.
    void say(Banner banner) {
        unsay(banner.topic());
        banners.add(banner);
    }

    void unsay(Banner.Topic topic) {
        banners.removeIf(shown -> shown.topic() == topic);
    }

    ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /// What the author chose; the window speaks it from its next start on.
    ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// How large text is, 1 being the usual size.
    DoubleProperty zoomProperty() {
        return zoom;
    }

    /// Whether prompts are shown in a font whose characters are equally wide.
    BooleanProperty monospacedProperty() {
        return monospaced;
    }

    BooleanProperty lineNumbersProperty() {
        return lineNumbers;
    }

    /// How prompts look in every editor.
    TextLook look() {
        return new TextLook(zoom.map(factor -> Theme.TEXT_SIZE * factor.doubleValue()), monospaced, lineNumbers);
    }

    CompareLook compareLook() {
        return compareLook;
    }

    void zoomIn() {
        zoom.set(Math.min(LARGEST, zoom.get() * ZOOM_STEP));
    }

    void zoomOut() {
        zoom.set(Math.max(SMALLEST, zoom.get() / ZOOM_STEP));
    }

    void zoomReset() {
        zoom.set(1);
    }
}
