package stemma.ui.common;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Shows a page in the system's own browser. JavaFX does so only for subclasses of its Application, which this program
/// does not have, and AWT would start a second toolkit.
public final class WebPage {
    /// What `packaging/linux/launcher` sets for Stemma alone.
    private static final List<String> LAUNCHERS_OWN = List.of("MALLOC_ARENA_MAX", "GDK_GL");

    private WebPage() {}

    /// Starts the system's program for web addresses, and does not wait for it.
    ///
    /// @param page an address of `http:` or `https:`
    /// @throws IOException when there is no such program
    public static void show(URI page) throws IOException {
        ProcessBuilder browser = new ProcessBuilder(command(System.getProperty("os.name"), page))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        clear(browser.environment());
        browser.start();
    }

    static void clear(Map<String, String> environment) {
        environment.keySet().removeAll(LAUNCHERS_OWN);
    }

    static List<String> command(String system, URI page) {
        if (!"http".equals(page.getScheme()) && !"https".equals(page.getScheme())) {
            throw new IllegalArgumentException("\"" + page + "\" is no address of the web");
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
