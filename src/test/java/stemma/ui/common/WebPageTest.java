package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
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
    void whatIsNoPageIsNotShown() {
        assertThatThrownBy(() -> WebPage.command("Linux", URI.create("file:///etc/passwd")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
