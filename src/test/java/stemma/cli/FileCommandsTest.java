package stemma.cli;

class FileCommandsTest extends CommandsContract {
    @Override
    Shell shell() {
        return Shell.in(folder, "--store", "file:prompts");
    }
}
