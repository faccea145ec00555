package stemma.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.VersionLabel;
import stemma.update.UpdateException.Reason;

class UpdateCheckTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private ReleaseServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ReleaseServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Optional<String> look(String running) throws UpdateException {
        return server.check(running).look(() -> false).map(release -> release.version().value());
    }

    private void assertFailure(Reason reason) {
        assertThatThrownBy(() -> look("1.0.0"))
                .isInstanceOfSatisfying(UpdateException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, v1.0.1, 1.0.1",
        "1.9.0, 1.10.0, 1.10.0",
        "1.0.0-rc.2, v1.0.0, 1.0.0",
        "1.0.0-rc.2, v1.0.0-rc.10, 1.0.0-rc.10",
        "1.0.0, v1.0.0, ",
        "1.0.0, v1.0.0+build.7, ",
        "1.0.0+build.7, v1.0.0, ",
        "2.0.0, v1.9.9, ",
        "1.0.0, v1.1.0-rc.1, ",
        "1.0.0-rc.1, v1.0.0-beta, ",
    })
    void aNewerVersionIsToldAndNoOther(String running, String released, String told) throws Exception {
        server.release(released);
        assertThat(look(running)).isEqualTo(Optional.ofNullable(told));
    }

    @Test
    void thePageOfTheReleaseComesAlong() throws Exception {
        server.release("v2.0.0");
        assertThat(server.check("1.0.0").look(() -> false))
                .contains(new Release(new VersionLabel("2.0.0"), URI.create("https://example.org/releases/v2.0.0")));
    }

    @Test
    void ofAListTheNewestFinishedOneCounts() throws Exception {
        server.answer(200, "[" + String.join(",", List.of(
                ReleaseServer.release("v1.2.0", false),
                ReleaseServer.release("v1.10.0", false),
                ReleaseServer.release("v3.0.0", true),
                "{\"tag_name\": \"v9.0.0\", \"html_url\": \"https://example.org/\", \"draft\": true}",
                "{\"tag_name\": \"nightly\", \"html_url\": \"https://example.org/\"}",
                "7")) + "]");
        assertThat(look("1.0.0")).contains("1.10.0");
        assertThat(look("1.0.0-rc.1")).contains("3.0.0");
    }

    @Test
    void aRedirectIsFollowed() throws Exception {
        server.release("v1.1.0");
        assertThat(server.check("/moved", "1.0.0", LONG).look(() -> false)).isPresent();
    }

    @Test
    void theRequestSaysWhichVersionAsksAndNothingElse() throws Exception {
        server.release("v1.0.0");
        look("1.0.0");
        assertThat(server.requests()).singleElement().satisfies(headers -> {
            assertThat(headers.get("User-agent")).containsExactly("Stemma/1.0.0");
            assertThat(headers.keySet()).isSubsetOf("User-agent", "Accept", "Host", "Content-length", "Connection");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "{", "null", "[]", "<html>", "{\"tag_name\": 7}", "{\"tag_name\": \"v1.1.0\"}",
                "{\"tag_name\": \"v1.1.0\", \"html_url\": \"file:///etc/passwd\"}",
                "{\"tag_name\": \"v1.1.0\", \"html_url\": \"http://example.org/\"}",
                "{\"tag_name\": \"v1.1.0\", \"html_url\": \"javascript:alert(1)\"}",
                "{\"tag_name\": \"v1.1.0\", \"html_url\": \"https://example.org@example.com/\"}",
                "{\"tag_name\": \"latest\", \"html_url\": \"https://example.org/\"}"
            })
    void anAnswerThatMakesNoSenseIsAFailure(String answer) {
        server.answer(200, answer);
        assertFailure(Reason.NOT_UNDERSTOOD);
    }

    @Test
    void aPageWithAHugeAddressIsNone() {
        server.answer(200, "{\"tag_name\": \"v1.1.0\", \"html_url\": \"https://example.org/" + "a".repeat(2_000) + "\"}");
        assertFailure(Reason.NOT_UNDERSTOOD);
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() {
        server.answer(200, "[" + " ".repeat(UpdateCheck.LARGEST) + "]");
        assertFailure(Reason.NOT_UNDERSTOOD);
    }

    @Test
    void whatTheServerRefusesIsToldApart() {
        server.answer(404, "{}");
        assertFailure(Reason.NOT_FOUND);
        server.answer(429, "{}");
        assertFailure(Reason.TOO_OFTEN);
        server.answer(500, "{}");
        assertFailure(Reason.REFUSED);
        server.answer(403, "{}");
        assertFailure(Reason.REFUSED);
        server.header("X-RateLimit-Remaining", "0");
        assertFailure(Reason.TOO_OFTEN);
    }

    @Test
    void nobodyThereIsAFailure() {
        UpdateCheck check = server.check("1.0.0");
        server.close();
        assertThatThrownBy(() -> check.look(() -> false))
                .isInstanceOfSatisfying(
                        UpdateException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_ANSWER));
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() {
        server.release("v2.0.0");
        server.hang();
        assertThatThrownBy(() -> server.check("/latest", "1.0.0", Duration.ofMillis(200)).look(() -> false))
                .isInstanceOfSatisfying(
                        UpdateException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_ANSWER));
    }

    @Test
    void waitingIsCancelled() {
        server.release("v2.0.0");
        server.hang();
        assertThatThrownBy(() -> server.check("/latest", "1.0.0", LONG).look(() -> !server.requests().isEmpty()))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void thePackagerDecidesWhetherAndWhereToLook() {
        String address = "https://example.org/latest";
        assertThat(UpdateCheck.configured("", Optional.empty(), "1.0.0")).isEmpty();
        assertThat(UpdateCheck.configured(address, Optional.empty(), "1.0.0")).isPresent();
        assertThat(UpdateCheck.configured(address, Optional.of(""), "1.0.0")).isEmpty();
        assertThat(UpdateCheck.configured("", Optional.of(address), "1.0.0")).isPresent();
        assertThat(UpdateCheck.configured(address, Optional.empty(), "?")).isEmpty();
        for (String unsafe : List.of("http://example.org/", "file:/etc/passwd", "ftp://x/", "https:", "::", "${x}")) {
            assertThat(UpdateCheck.configured(unsafe, Optional.empty(), "1.0.0")).as(unsafe).isEmpty();
        }
    }
}
