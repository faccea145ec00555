package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import stemma.instance.Call;
import stemma.prompt.Json;
import stemma.settings.Home;
import stemma.store.Opening;
import stemma.store.Stores;

/// Types command lines in this process and reads what they print.
final class Shell {
    private final Home home;
    private final Path folder;
    private final Stores stores;
    private final List<String> before;
    /// What windows were asked to show.
    final List<Call> windows = new ArrayList<>();

    /// @param before what stands in front of each command
    Shell(Home home, Path folder, Stores stores, String... before) {
        this.home = home;
        this.folder = folder;
        this.stores = stores;
        this.before = List.of(before);
    }

    static Shell in(Path folder, String... before) {
        return new Shell(
                new Home(folder.resolve("home")), folder, Stores.discovered(Opening.at(Clock.systemUTC())), before);
    }

    /// What a command said.
    record Said(int code, String out, String err) {
        Json.Object json() {
            assertThat(code).as(err).isZero();
            return Json.parseObject(out);
        }

        /// The output of a command that did what it should.
        String done() {
            assertThat(code).as(err).isZero();
            assertThat(err).isEmpty();
            return out;
        }

        /// The message of a command that did not.
        String failed(int expected) {
            assertThat(code).as(out + err).isEqualTo(expected);
            assertThat(err).isNotBlank().doesNotContain("Exception", "\tat ");
            return err;
        }
    }

    Said type(String... arguments) {
        return pipe("", arguments);
    }

    Said pipe(String input, String... arguments) {
        return pipe(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    Said pipe(InputStream input, String... arguments) {
        List<String> all = new ArrayList<>(before);
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Cli(_ -> home, _ -> stores, folder, () -> "0.0-test").run(all, input, out, err, (_, call) -> {
            windows.add(call);
            return 0;
        });
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
