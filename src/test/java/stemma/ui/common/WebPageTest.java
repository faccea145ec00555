package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebPageTest {
    @Test
    void eachSystemHasItsProgramForPages() {
        URI page = URI.create("https://example.org/a?b=c&d");
        assertThat(WebPage.command("Linux", page)).containsExactly("xdg-open", page.toString());
        assertThat(WebPage.command("Mac OS X", page)).containsExactly("open", page.toString());
        assertThat(WebPage.command("Windows 11", page))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", page.toString());
    }

    @Test
    void theBrowserDoesNotInheritWhatTheLauncherSetsForStemma() throws IOException {
        List<String> own = Files.readAllLines(Path.of("packaging/linux/launcher")).stream()
                .filter(line -> line.startsWith("export "))
                .map(line -> line.substring("export ".length(), line.indexOf('=')))
                .toList();
        Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/author"));
        own.forEach(name -> environment.put(name, "1"));
        WebPage.clear(environment);
        assertThat(own).isNotEmpty();
        assertThat(environment).containsOnlyKeys("HOME");
    }

    @Test
    void whatIsNoPageIsNotShown() {
        assertThatThrownBy(() -> WebPage.command("Linux", URI.create("file:///etc/passwd")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
