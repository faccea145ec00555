package stemma.ui.common;

import java.util.List;

/// How large everything in the window is, texts, icons and lines alike. The toolkit takes a scale when it starts; text size
/// beside it ([Theme]) holds at once.
public enum Scale {
    /// What the system says for each screen.
    SYSTEM(0),
    PERCENT_100(100),
    PERCENT_125(125),
    PERCENT_150(150),
    PERCENT_175(175),
    PERCENT_200(200),
    PERCENT_250(250),
    PERCENT_300(300);

    /// What JavaFX reads it from on Linux and on Windows. On macOS the scale is the screen's alone.
    private static final List<String> PROPERTIES = List.of("glass.gtk.uiScale", "glass.win.uiScale");

    private final int percent;

    Scale(int percent) {
        this.percent = percent;
    }

    /// 0 for the system's.
    public int percent() {
        return percent;
    }

    /// Whether a scale can be chosen on a system.
    ///
    /// @param osName as in the property `os.name`
    public static boolean isOffered(String osName) {
        return !osName.startsWith("Mac");
    }

    /// Makes it hold for a toolkit that starts later. A scale that was given on the command line stays.
    public void prepare() {
        if (this != SYSTEM) {
            PROPERTIES.stream()
                    .filter(name -> System.getProperty(name) == null)
                    .forEach(name -> System.setProperty(name, percent + "%"));
        }
    }
}
