package stemma.cli;

class H2CommandsTest extends CommandsContract {
    @Override
    Shell shell() {
        return Shell.in(folder, "--store", "h2:prompts");
    }
}
