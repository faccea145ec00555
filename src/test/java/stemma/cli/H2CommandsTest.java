package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

class H2CommandsTest extends CommandsContract {
    @Override
    Shell shell() {
        return Shell.in(folder, "--store", "h2:prompts");
    }

    @Test
    void theStoreIsFreeForOthersUntilStandardInputIsRead() {
        shell().pipe("first", "save", "p0", "-").done();
        InputStream slow = new InputStream() {
            private boolean begun;

            @Override
            public int read() {
                if (begun) {
                    return -1;
                }
                begun = true;
                assertThat(shell().type("list").done()).contains("p0");
                return 'x';
            }
        };
        assertThat(shell().pipe(slow, "save", "p1", "-").done()).isEqualTo("Saved p1 1.0.0.\n");
        assertThat(shell().type("get", "p1", "--raw").done()).isEqualTo("x");
    }
}
