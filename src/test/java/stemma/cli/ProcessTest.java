package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import stemma.instance.SingleInstance;
import stemma.prompt.PromptId;
import stemma.registry.OpenStores;
import stemma.settings.Home;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.store.StoreUri;
import stemma.store.Stores;

/// Commands in processes of their own, beside a program that has the store open and beside each other.
class ProcessTest {
    private static final int PATIENCE = 120;

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    private Process start(List<String> options, String... arguments) throws IOException {
        return builder(options, arguments).start();
    }

    private ProcessBuilder builder(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "stemma.Stemma",
                "--home",
                folder.resolve("home").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("DISPLAY");
        return builder;
    }

    private Ended run(String input, String... arguments) throws Exception {
        return end(start(List.of(), arguments), input);
    }

    private static Ended end(Process process, String input) throws Exception {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            assertThat(process.isAlive()).as("it ended without reading its input").isFalse();
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, err);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its shells close no handles")
    void withoutStandardInputItSaysSo() throws Exception {
        for (List<String> command : List.of(List.of("save", "here", "-"), List.of("import", "-"))) {
            ProcessBuilder builder = builder(List.of(), command.toArray(String[]::new));
            builder.command().addAll(0, List.of("sh", "-c", "exec \"$0\" \"$@\" <&-"));
            Ended ended = end(builder.start(), "");

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).isEqualTo("Standard input cannot be read: it is closed.\n");
        }
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private StoreUri embedded() {
        return StoreUri.of("h2", home().embeddedStore().toString());
    }

    @Test
    void aCommandLoadsNothingOfTheWindowAndPrintsUtf8() throws Exception {
        Ended saved = end(
                start(List.of("-Xlog:class+load:file=" + folder.resolve("classes.log"), "-Dstdout.encoding=US-ASCII"),
                        "save", "grüße", "-", "--author", "ada"),
                "Schöne Grüße 😀");
        assertThat(saved.out()).isEqualTo("Saved grüße 1.0.0.\n");
        assertThat(saved.code()).isZero();
        assertThat(Files.readString(folder.resolve("classes.log")))
                .contains("stemma.cli.Save")
                .doesNotContain("javafx.", "stemma.ui.", "stemma.cli.ListPrompts ", "org.apache.lucene");
        assertThat(run("", "get", "grüße", "--raw").out()).isEqualTo("Schöne Grüße 😀");
        assertThat(run("", "get", "nobody").code()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "arguments are in UTF-16 or UTF-8 elsewhere")
    void lettersThatALanguageSettingLosesAreNotSavedAsOthers() throws Exception {
        Assumptions.assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8"), "this process can pass such letters on");
        ProcessBuilder builder = builder(List.of(), "save", "grüße", "-");
        builder.environment().put("LC_ALL", "C");
        Ended saved = end(builder.start(), "text");
        assertThat(saved.code()).isEqualTo(ExitCode.USAGE);
        assertThat(saved.err()).contains("letters that cannot be read").contains("Set LC_ALL");
        builder = builder(List.of(), "list", "--json");
        builder.environment().put("LC_ALL", "C");
        assertThat(end(builder.start(), "").out()).as("other arguments are read").contains("\"prompts\": []");
    }

    @Test
    void theProgramThatHasTheStoreOpenDoesTheWorkAndSeesTheChange() throws Exception {
        Stores stores = Stores.discovered(Opening.at(Clock.systemUTC()));
        OpenStores open = new OpenStores();
        try (SingleInstance instance = SingleInstance.claim(home().folder()).orElseThrow();
                Store store = stores.open(embedded())) {
            open.opened(store);
            List<StoreChange> seen = java.util.Collections.synchronizedList(new ArrayList<>());
            store.watch(seen::add);
            instance.listen(_ -> {}, new Host(home(), stores, open));
            Files.writeString(folder.resolve("text.txt"), "from a file");
            assertThat(run("", "save", "here", "text.txt").out()).isEqualTo("Saved here 1.0.0.\n");
            assertThat(run("from standard input", "--store", embedded().toString(), "save", "here", "-").code())
                    .isZero();
            assertThat(seen).contains(StoreChange.of(new PromptId("here")));
            assertThat(store.versions(new PromptId("here"))).hasSize(2);
            assertThat(run("", "get", "here", "--raw").out()).isEqualTo("from standard input");
            assertThat(run("", "get", "nobody").code()).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(run("", "--store", embedded() + ".mv.db", "get", "here", "--raw").out())
                    .isEqualTo("from standard input");
            Files.createDirectory(folder.resolve("other"));
            assertThat(run("", "--store", "file:other", "list").out()).doesNotContain("here");
            assertThat(run("", "--store", embedded() + "?readonly=true", "delete", "here", "--yes").code())
                    .isEqualTo(ExitCode.FAILED);
            assertThat(store.versions(new PromptId("here"))).hasSize(2);
        }
    }

    @Test
    void commandsOnOneEmbeddedStoreWaitForEachOther() throws Exception {
        run("first", "save", "p0", "-");
        List<Process> processes = new ArrayList<>();
        Files.writeString(folder.resolve("text.txt"), "text");
        for (int i = 1; i <= 3; i++) {
            processes.add(start(List.of(), "save", "p" + i, "text.txt"));
        }
        for (Process process : processes) {
            assertThat(end(process, "").code()).isZero();
        }
        assertThat(run("", "list").out()).contains("p0", "p1", "p2", "p3");
    }

    @Test
    void aStoreThatStaysInUseIsAClearError() throws Exception {
        Stores stores = Stores.discovered(Opening.at(Clock.systemUTC()));
        try (Store _ = stores.open(embedded())) {
            Ended ended = end(start(List.of(), "list"), "");
            assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
            assertThat(ended.err()).contains(home().embeddedStore() + ".mv.db", "open in another program");
        }
    }

    @Test
    void ofTwoPromotionsFromTheSameVersionOneWins() throws Exception {
        String store = "file:" + folder.resolve("prompts");
        for (String text : List.of("one", "two", "three")) {
            run(text, "--store", store, "save", "p", "-");
        }
        run("", "--store", store, "promote", "p", "1.0.0", "production");
        List<Process> processes = new ArrayList<>();
        for (String version : List.of("1.0.1", "1.0.2")) {
            processes.add(start(
                    List.of(), "--store", store, "promote", "p", version, "production", "--from", "1.0.0"));
        }
        List<Integer> codes = new ArrayList<>();
        for (Process process : processes) {
            codes.add(end(process, "").code());
        }
        assertThat(codes).containsExactlyInAnyOrder(ExitCode.DONE, ExitCode.CONFLICT);
        assertThat(run("", "--store", store, "history", "p").out().lines()).hasSize(3);
    }

    @Test
    void theCompletionScriptCompletesInBash() throws Exception {
        Path bash = Path.of("/bin/bash");
        Assumptions.assumeTrue(Files.isExecutable(bash));
        Path script = folder.resolve("completion.sh");
        Files.writeString(script, Shell.in(folder).type("completion", "bash").done());
        Process process = new ProcessBuilder(bash.toString(), "--norc", "-c", "source " + script
                        + "; complete -p stemma; COMP_WORDS=(stemma pro); COMP_CWORD=1; _complete_stemma;"
                        + " echo \"${COMPREPLY[@]}\"; COMP_WORDS=(stemma save --ba); COMP_CWORD=2; _complete_stemma;"
                        + " echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(out).contains("_complete_stemma", "promote\n", "--base\n");
    }
}
