package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Json;

/// What every command prints and how it ends, on any kind of store.
abstract class CommandsContract {
    @TempDir
    Path folder;

    private Shell shell = Shell.in(Path.of("unused"));

    /// A shell whose commands all work on one empty store.
    abstract Shell shell();

    @BeforeEach
    void open() {
        shell = shell();
    }

    private static String text(Json.Object object, String name) {
        return object.get(name).orElseThrow() instanceof Json.Text(String value) ? value : "no text";
    }

    private void twoVersions() {
        shell.pipe("Hello {{name}}", "save", "support/greeting", "-", "--author", "ada", "-m", "first").done();
        shell.pipe("Good day, {{name}}", "save", "support/greeting", "-", "--author", "bob").done();
    }

    @Test
    void aNewPromptIsSavedPrintedAndListed() {
        assertThat(shell.pipe("Hello {{name}}", "save", "support/greeting", "-", "--author", "ada").done())
                .isEqualTo("Saved support/greeting 1.0.0.\n");
        assertThat(shell.type("get", "support/greeting", "--raw").done()).isEqualTo("Hello {{name}}");
        assertThat(shell.type("list").done())
                .contains("PROMPT            VERSION  STAGES")
                .contains("support/greeting  1.0.0");
        assertThat(shell.type("get", "support/greeting").done())
                .startsWith("support/greeting 1.0.0\n")
                .contains(" by ada\n")
                .endsWith("\n\nHello {{name}}\n");
    }

    @Test
    void theNextLabelIsTheSuggestedOneUnlessOneIsGiven() {
        twoVersions();
        assertThat(shell.pipe("Bye", "save", "support/greeting", "-", "--version", "3.0.0-rc.1").done())
                .isEqualTo("Saved support/greeting 3.0.0-rc.1.\n");
        Json.Object versions = shell.type("versions", "support/greeting", "--json").json();
        assertThat(versions.compact()).contains("\"1.0.0\"", "\"1.0.1\"", "\"3.0.0-rc.1\"");
        assertThat(shell.pipe("x", "save", "support/greeting", "-", "--version", "1.0.0").failed(ExitCode.CONFLICT))
                .contains("already has a version 1.0.0");
    }

    @Test
    void aChangeThatCallersFeelRaisesTheLabelMore() {
        shell.pipe("Hello", "save", "a", "-").done();
        String withVariable = "{\"content\": \"Hello {{x}}\", \"variables\": [{\"name\": \"x\"}]}";
        assertThat(shell.pipe(withVariable, "save", "a", "-").done()).isEqualTo("Saved a 2.0.0.\n");
    }

    @Test
    void whatDidNotChangeIsNotSavedAgain() {
        twoVersions();
        Shell.Said again = shell.pipe("Good day, {{name}}", "save", "support/greeting", "-");
        assertThat(again.done()).isEqualTo("Nothing changed; the newest version is still support/greeting 1.0.1.\n");
        assertThat(shell.pipe("Good day, {{name}}", "save", "support/greeting", "-", "--json").json().get("saved"))
                .contains(new Json.Bool(false));
        assertThat(shell.type("versions", "support/greeting").done().lines()).hasSize(3);
    }

    @Test
    void aTextAloneKeepsVariablesAndConfig() {
        String content = "{\"title\": \"T\", \"content\": \"Hi {{x}}\", \"variables\": [{\"name\": \"x\"}],"
                + " \"config\": {\"temperature\": 0.70}}";
        shell.pipe(content, "save", "a", "-").done();
        shell.pipe("Hello {{x}}", "save", "a", "-").done();
        Json.Object saved = shell.type("get", "a", "--json").json();
        assertThat(text(saved, "content")).isEqualTo("Hello {{x}}");
        assertThat(text(saved, "title")).isEqualTo("T");
        assertThat(saved.compact()).contains("\"temperature\": 0.70", "\"variables\": [{\"name\": \"x\"}]");
    }

    @Test
    void aVersionAsJsonOrTextIsSavedBackUnchanged() {
        shell.pipe("{\"messages\": [{\"role\": \"system\", \"text\": \"Be kind.\"}, {\"role\": \"user\","
                        + " \"text\": \"{{q}}\\n\"}], \"config\": {\"model\": \"m\"}}", "save", "chat", "-").done();
        for (String form : new String[] {"--json", "--raw"}) {
            String printed = shell.type("get", "chat", form).done();
            assertThat(shell.pipe(printed, "save", "chat", "-").done()).startsWith("Nothing changed;");
        }
        assertThat(shell.type("get", "chat", "--raw").done())
                .isEqualTo("<!-- role: system -->\nBe kind.\n<!-- role: user -->\n{{q}}\n\n");
    }

    @Test
    void aTextDoesNotTakeThePlaceOfAChatUnasked() {
        shell.pipe("{\"messages\": [{\"role\": \"user\", \"text\": \"Hi\"}]}", "save", "chat", "-").done();
        assertThat(shell.pipe("Hello", "save", "chat", "-").failed(ExitCode.FAILED)).contains("a chat of 1 messages");
        shell.pipe("Hello", "save", "chat", "-", "--format", "text").done();
        assertThat(shell.type("get", "chat", "--raw").done()).isEqualTo("Hello");
    }

    @Test
    void markdownWithFrontMatterIsAWholeContent() throws Exception {
        Files.writeString(folder.resolve("a.md"), "---\ntitle: Greeting\nconfig:\n  temperature: 0.70\n---\nHello");
        shell.type("save", "a", "a.md").done();
        assertThat(shell.type("get", "a", "--json").json().compact())
                .contains("\"title\": \"Greeting\"", "\"content\": \"Hello\"", "\"temperature\": 0.70");
        assertThat(shell.type("save", "b", "a.md", "--format", "text").done()).contains("Saved b 1.0.0");
        assertThat(shell.type("get", "b", "--raw").done()).startsWith("---\ntitle");
    }

    @Test
    void jsonThatIsNoContentIsRefusedInAJsonFileAndTextElsewhere() throws Exception {
        Files.writeString(folder.resolve("a.json"), "{\"answer\": 42}");
        assertThat(shell.type("save", "a", "a.json").failed(ExitCode.FAILED)).contains("a.json", "\"answer\"");
        Files.writeString(folder.resolve("a.txt"), "{\"answer\": 42}");
        shell.type("save", "a", "a.txt").done();
        assertThat(shell.type("get", "a", "--raw").done()).isEqualTo("{\"answer\": 42}");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() throws Exception {
        Files.write(folder.resolve("bad.txt"), new byte[] {'a', 'b', (byte) 0xC3, 'x'});
        assertThat(shell.type("save", "a", "bad.txt").failed(ExitCode.FAILED)).contains("bad.txt", "position 2");
        assertThat(shell.pipe(new ByteArrayInputStream(new byte[] {(byte) 0xFF}), "save", "a", "-")
                        .failed(ExitCode.FAILED))
                .contains("standard input", "position 0");
        assertThat(shell.type("get", "a").failed(ExitCode.NOT_FOUND)).contains("\"a\"");
    }

    @Test
    void aSaveOnTopOfAnOldVersionIsAConflict() {
        twoVersions();
        assertThat(shell.pipe("Hi", "save", "support/greeting", "-", "--base", "1.0.0").failed(ExitCode.CONFLICT))
                .contains("is 1.0.1, not 1.0.0");
        assertThat(shell.pipe("Hi", "save", "new", "-", "--base", "1.0.0").failed(ExitCode.CONFLICT)).contains("none");
        shell.pipe("Hi", "save", "support/greeting", "-", "--base", "1.0.1").done();
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(shell.type("save", "a", "missing.txt").failed(ExitCode.FAILED)).contains("missing.txt", "not there");
    }

    @Test
    void promotingTellsWhatItReplaced() {
        twoVersions();
        assertThat(shell.type("promote", "support/greeting", "1.0.0", "production", "-m", "go").done())
                .isEqualTo("support/greeting 1.0.0 is in production now; nothing was there before.\n");
        assertThat(shell.type("promote", "support/greeting", "1.0.1", "production", "--author", "eve").done())
                .isEqualTo("support/greeting 1.0.1 is in production now, in place of 1.0.0.\n");
        assertThat(shell.type("promote", "support/greeting", "1.0.1", "production").done())
                .isEqualTo("support/greeting 1.0.1 is in production already.\n");
        assertThat(shell.type("history", "support/greeting").done())
                .contains("eve", "production: 1.0.0 → 1.0.1", "production: none → 1.0.0", "go");
        assertThat(shell.type("history", "support/greeting", "--json").json().compact())
                .contains("\"type\": \"stageMoved\"", "\"from\": \"1.0.0\", \"to\": \"1.0.1\"", "\"from\": null");
    }

    @Test
    void aStageThatDoesNotHoldWhatIsExpectedIsAConflict() {
        twoVersions();
        shell.type("promote", "support/greeting", "1.0.0", "staging").done();
        assertThat(shell.type("promote", "support/greeting", "1.0.1", "staging", "--from", "1.0.1")
                        .failed(ExitCode.CONFLICT))
                .contains("holds 1.0.0, not 1.0.1");
        assertThat(shell.type("get", "support/greeting", "@staging", "--raw").done()).isEqualTo("Hello {{name}}");
    }

    @Test
    void getPrefersProductionAndTakesVersionsAndStages() {
        twoVersions();
        assertThat(shell.type("get", "support/greeting", "--raw").done()).isEqualTo("Good day, {{name}}");
        shell.type("promote", "support/greeting", "1.0.0", "production").done();
        assertThat(shell.type("get", "support/greeting", "--raw").done()).isEqualTo("Hello {{name}}");
        assertThat(shell.type("get", "support/greeting", "1.0.1", "--raw").done()).isEqualTo("Good day, {{name}}");
        assertThat(shell.type("get", "support/greeting", "@staging").failed(ExitCode.NOT_FOUND)).contains("staging");
        assertThat(shell.type("get", "support/greeting", "9.9.9").failed(ExitCode.NOT_FOUND)).contains("9.9.9");
    }

    @Test
    void renderingFillsInEverythingOrNothing() {
        shell.pipe("{\"content\": \"{{greeting}} {{name}}{{end}}\", \"variables\": [{\"name\": \"greeting\","
                        + " \"required\": false, \"default\": \"Hello\"}, {\"name\": \"name\"},"
                        + " {\"name\": \"end\", \"required\": false}]}", "save", "a", "-").done();
        assertThat(shell.type("get", "a", "--render", "name=Ada").done()).isEqualTo("Hello Ada");
        assertThat(shell.type("get", "a", "--render", "name=Ada", "greeting=Hi = ho", "end=!").done())
                .isEqualTo("Hi = ho Ada!");
        Shell.Said missing = shell.type("get", "a", "--render", "greeting=Hi");
        assertThat(missing.failed(ExitCode.FAILED)).contains("\"name\"").doesNotContain("\"end\"");
        assertThat(missing.out()).isEmpty();
        assertThat(shell.type("get", "a", "--render", "nam=Ada").failed(ExitCode.USAGE)).contains("\"nam\"", "name");
        assertThat(shell.type("get", "a", "--render", "name").failed(ExitCode.USAGE)).contains("NAME=VALUE");
    }

    @Test
    void tagsAreReplacedAddedAndRemoved() {
        twoVersions();
        assertThat(shell.type("tag", "support/greeting", "1.0.0", "b", "a").done()).isEqualTo("a\nb\n");
        assertThat(shell.type("tag", "support/greeting", "1.0.0", "c", "--add").done()).isEqualTo("a\nb\nc\n");
        assertThat(shell.type("tag", "support/greeting", "1.0.0", "--remove", "a").done()).isEqualTo("b\nc\n");
        assertThat(shell.type("tag", "support/greeting", "1.0.0", "d").done()).isEqualTo("d\n");
        assertThat(shell.type("tag", "support/greeting", "1.0.0").done()).isEqualTo("d\n");
        assertThat(shell.type("list", "--tag", "d").done()).contains("support/greeting");
        assertThat(shell.type("tag", "support/greeting", "1.0.0", "--remove").done()).isEmpty();
        assertThat(shell.type("tag", "support/greeting", "1.0.0", "a,b").failed(ExitCode.USAGE)).contains("comma");
        assertThat(shell.type("tag", "support/greeting", "1.0.0", "x", "--add", "--remove").failed(ExitCode.USAGE))
                .contains("--add");
    }

    @Test
    void nothingIsDeletedWithoutYes() {
        twoVersions();
        assertThat(shell.type("delete", "support/greeting", "1.0.0").failed(ExitCode.USAGE))
                .contains("Nothing was deleted", "support/greeting 1.0.0");
        assertThat(shell.type("versions", "support/greeting").done().lines()).hasSize(3);
        assertThat(shell.type("delete", "support/greeting", "1.0.0", "--yes").done())
                .isEqualTo("Deleted support/greeting 1.0.0.\n");
        assertThat(shell.type("delete", "support/greeting", "--yes", "--json").json().get("deleted"))
                .contains(Json.Number.of(1));
        shell.type("get", "support/greeting").failed(ExitCode.NOT_FOUND);
        assertThat(shell.type("history", "support/greeting").done()).contains("1.0.0 deleted");
        shell.type("delete", "support/greeting", "--yes").failed(ExitCode.NOT_FOUND);
        shell.type("history", "nobody").failed(ExitCode.NOT_FOUND);
    }

    @Test
    void differencesArePrintedInFourForms() {
        twoVersions();
        assertThat(shell.type("diff", "support/greeting", "1.0.0", "1.0.1").done())
                .startsWith("support/greeting 1.0.0 → 1.0.1: text edited\n")
                .contains("-Hello {{name}}", "+Good day, {{name}}");
        assertThat(shell.type("diff", "support/greeting", "1.0.0", "1.0.1", "--format", "patch").done())
                .startsWith("diff --git");
        assertThat(shell.type("diff", "support/greeting", "1.0.0", "1.0.1", "--format", "html").done())
                .contains("<html", "<ins");
        assertThat(shell.type("diff", "support/greeting", "1.0.0", "1.0.1", "--json").json().compact())
                .contains("\"left\": \"1.0.0\", \"right\": \"1.0.1\"", "\"type\": \"messageEdited\"");
    }

    @Test
    void differencesSetTheExitCodeOnlyWhenAsked() {
        twoVersions();
        assertThat(shell.type("diff", "support/greeting", "1.0.0", "1.0.1", "--exit-code").code())
                .isEqualTo(ExitCode.DIFFERENCES);
        assertThat(shell.type("diff", "support/greeting", "1.0.0", "1.0.0", "--exit-code").code())
                .isEqualTo(ExitCode.DONE);
        shell.type("diff", "support/greeting", "1.0.0", "2.0.0", "--exit-code").failed(ExitCode.NOT_FOUND);
    }

    @Test
    void aListIsNarrowedByStageTagTextAndPrefix() {
        twoVersions();
        shell.pipe("Other", "save", "sales/pitch", "-").done();
        shell.type("promote", "support/greeting", "1.0.0", "staging").done();
        assertThat(shell.type("list", "--stage", "staging").done()).contains("greeting").doesNotContain("pitch");
        assertThat(shell.type("list", "--search", "OTHER").done()).contains("pitch").doesNotContain("greeting");
        assertThat(shell.type("list", "--prefix", "sal").done()).contains("pitch").doesNotContain("greeting");
        assertThat(shell.type("list", "--tag", "none").done().lines()).hasSize(1);
        assertThat(shell.type("list", "--json").json().compact())
                .contains("\"prompt\": \"sales/pitch\"", "\"stages\": {\"staging\": \"1.0.0\"}", "\"versions\": 2");
    }

    @Test
    void whatIsExportedIsImportedElsewhereOnce() throws Exception {
        twoVersions();
        String lines = shell.type("export").done();
        assertThat(lines.lines()).hasSize(2);
        assertThat(shell.type("export", "support/greeting", "-o", "all.jsonl").done())
                .isEqualTo("Wrote 2 versions of 1 prompt to all.jsonl.\n");
        assertThat(Files.readString(folder.resolve("all.jsonl"))).isEqualTo(lines);
        Shell other = Shell.in(folder, "--store", "file:other");
        Files.createDirectory(folder.resolve("other"));
        assertThat(other.type("import", "all.jsonl", "--dry-run").done()).contains("2 to add, 0 there already");
        assertThat(other.type("import", "all.jsonl").done())
                .isEqualTo("all.jsonl: 2 added, 0 there already, 0 in conflict, 0 bad lines\n");
        assertThat(other.pipe(lines, "import", "-", "--json").json().compact())
                .contains("\"added\": 0, \"alreadyThere\": 2");
        assertThat(other.type("export").done()).isEqualTo(lines);
        shell.type("export", "nobody").failed(ExitCode.NOT_FOUND);
    }

    @Test
    void badLinesAndConflictsOfAnImportAreToldAndSetTheExitCode() {
        twoVersions();
        Shell.Said bad = shell.pipe("no json\n{\"prompt\": \"ok\", \"version\": \"1\", \"content\": \"x\"}\n", "import", "-");
        assertThat(bad.failed(ExitCode.FAILED)).startsWith("-:1: no JSON object");
        assertThat(bad.out()).contains("1 added", "1 bad lines");
        Shell.Said conflict = shell.pipe(
                "{\"prompt\": \"support/greeting\", \"version\": \"1.0.0\", \"content\": \"other\"}\n", "import", "-");
        conflict.failed(ExitCode.CONFLICT);
    }

    @Test
    void promptFilesBecomePrompts() throws Exception {
        twoVersions();
        Path mail = Files.createDirectories(folder.resolve("files/mail"));
        Files.writeString(mail.resolve("invite.md"), "Invite {{name}}.");
        Files.writeString(folder.resolve("files/thanks.txt"), "Thank {{name}}.");
        assertThat(shell.type("import", "files", "--dry-run").done())
                .isEqualTo("files: 2 to add, 0 there already, 0 in conflict, 0 unusable files\n");
        assertThat(shell.type("import", "files", "--author", "ada").done())
                .isEqualTo("files: 2 added, 0 there already, 0 in conflict, 0 unusable files\n");
        assertThat(shell.type("get", "mail/invite").done()).contains("Invite {{name}}.");
        assertThat(shell.type("import", "files/thanks.txt", "--json").json().compact())
                .contains("\"added\": 0, \"alreadyThere\": 1", "\"unusableFiles\": 0");
        Files.writeString(mail.resolve("invite.md"), "Other.");
        Shell.Said conflict = shell.type("import", "files");
        assertThat(conflict.failed(ExitCode.CONFLICT)).contains("invite.md: the store has a prompt of that name");
        Files.writeString(mail.resolve("broken.prompty"), "---\nname: [open\n---\n");
        Shell.Said broken = shell.type("import", "files");
        assertThat(broken.failed(ExitCode.FAILED)).contains("broken.prompty: line");
    }

    @Test
    void theStoreIsCheckedAndCounted() {
        twoVersions();
        assertThat(shell.type("check").done()).endsWith(" is sound.\n");
        assertThat(shell.type("check", "--json").json().get("sound")).contains(new Json.Bool(true));
        assertThat(shell.type("stats").done()).contains("prompts:  1\n", "versions: 2\n");
        assertThat(shell.type("stats", "--json").json().get("versions")).contains(Json.Number.of(2));
    }

    @Test
    void aFileThatCannotBeUsedIsNamed() throws Exception {
        Files.createDirectory(folder.resolve("sub"));
        assertThat(shell.type("save", "a", "sub").failed(ExitCode.FAILED)).contains("sub cannot be used: it is a folder");
        assertThat(shell.type("export", "-o", "sub").failed(ExitCode.FAILED))
                .contains("sub cannot be used: it is a folder");
        assertThat(shell.type("export", "-o", "no/all.jsonl").failed(ExitCode.FAILED))
                .contains("all.jsonl cannot be used: the folder ", "no is not there")
                .doesNotContain("tmp cannot");
    }

    @Test
    void linesWithLabelsAreNoImportForAStoreThatCounts() throws Exception {
        twoVersions();
        shell.type("export", "-o", "all.jsonl").done();
        Shell other = Shell.in(folder, "--store", "go-prompty:counting");
        for (String[] command : List.of(
                new String[] {"import", "all.jsonl"}, new String[] {"import", "all.jsonl", "--dry-run"})) {
            assertThat(other.type(command).failed(ExitCode.FAILED)).contains("counts its versions itself");
        }
    }

    @Test
    void whatMakesNoSenseIsAUsageError() {
        assertThat(shell.type("lisst").failed(ExitCode.USAGE)).contains("lisst");
        assertThat(shell.type("list", "--what").failed(ExitCode.USAGE)).contains("--what", "stemma list --help");
        assertThat(shell.type("get", "/bad/").failed(ExitCode.USAGE)).contains("/bad/");
        assertThat(shell.type("get", "a", "not a label").failed(ExitCode.USAGE)).contains("not a label");
        assertThat(shell.type("promote", "a", "1.0.0", "Dev").failed(ExitCode.USAGE)).contains("Dev");
        assertThat(shell.type("get").failed(ExitCode.USAGE)).contains("ID");
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(shell.type("--help").done()).contains("list", "completion");
        for (String name : Menu.whole(new Program()).getSubcommands().keySet()) {
            assertThat(shell.type(name, "--help").done()).startsWith("Usage: stemma " + name).contains("--json");
        }
        assertThat(shell.type("--version").done()).isEqualTo("Stemma 0.0-test\n");
    }

    @Test
    void whatAnAuthorWroteDoesNotSteerTheTerminal() {
        shell.pipe("a\u001B[31mred", "save", "a", "-", "-m", "line\n\u001B]0;title\u0007").done();
        assertThat(shell.type("get", "a").done() + shell.type("versions", "a").done()).doesNotContain("\u001B", "\u0007");
        assertThat(shell.type("get", "a", "--raw").done()).isEqualTo("a\u001B[31mred");
    }

    @Test
    void aFileThatIsMissingLeavesTheReportOfTheOthers() {
        Shell shell = shell();
        shell.pipe("Hello.", "save", "imported", "-").done();
        shell.type("export", "-o", "lines.jsonl").done();
        Shell.Said said = shell.type("import", "lines.jsonl", "missing", "lines.jsonl", "--json");
        assertThat(said.failed(ExitCode.FAILED)).contains("missing");
        Json.Array files = (Json.Array) Json.parseObject(said.out()).get("files").orElseThrow();
        assertThat(files.items()).hasSize(3);
        assertThat(((Json.Object) files.items().get(1)).members()).containsKeys("file", "error");
        assertThat(((Json.Object) files.items().get(2)).members()).containsKey("alreadyThere");
    }
}
