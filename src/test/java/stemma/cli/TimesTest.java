package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:30:00Z, 2026-03-01T09:30:00Z",
        "2026-03-01T00:00:00.999999Z, 2026-03-01T00:00:00Z",
        "2026-12-31T23:59:59.5Z, 2026-12-31T23:59:59Z",
        "1969-12-31T23:59:58.5Z, 1969-12-31T23:59:58Z",
        "0001-01-01T00:00:01Z, 0001-01-01T00:00:01Z",
        "+12026-01-01T00:00:00Z, +12026-01-01T00:00:00Z"
    })
    void timesAreShownInUtcToTheSecond(Instant time, String shown) {
        assertThat(Times.shown(time)).isEqualTo(shown);
    }
}
