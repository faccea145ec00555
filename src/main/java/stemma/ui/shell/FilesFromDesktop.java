package stemma.ui.shell;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Hears which files the desktop wants opened. macOS tells a program that runs, or is starting, instead of naming them on
/// the command line; JavaFX hears it inside and has no public way to pass it on, so this stands in front of JavaFX's own
/// handler and gives everything on to it (docs/adr/0140). Used on the FX thread only.
final class FilesFromDesktop extends Application.EventHandler {
    private final Application.EventHandler toolkit;
    private final List<Path> named;
    private final Consumer<List<Path>> receiver;

    private FilesFromDesktop(Application.EventHandler toolkit, List<Path> named, Consumer<List<Path>> receiver) {
        this.toolkit = toolkit;
        this.named = new ArrayList<>(named);
        this.receiver = receiver;
    }

    /// @param system the operating system's name, as Java has it
    static boolean areToldSo(String system) {
        return system.startsWith("Mac");
    }

    /// Begins to listen. What was told since the program started is told at once.
    ///
    /// @param named the files of the command line, which macOS tells a second time
    /// @param receiver gets absolute paths of files of kinds that Stemma opens
    static void listen(List<Path> named, Consumer<List<Path>> receiver) {
        Application application = Application.GetApplication();
        application.setEventHandler(new FilesFromDesktop(application.getEventHandler(), named, receiver));
    }

    @Override
    public void handleOpenFilesAction(Application application, long time, String[] words) {
        toolkit.handleOpenFilesAction(application, time, words);
        // Words of the command line come this way too, such as the folder after --home.
        List<Path> files = Arrays.stream(words)
                .filter(OpenedFiles::isOfAKnownKind)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(Path::normalize)
                .filter(file -> !named.remove(file))
                .toList();
        if (!files.isEmpty()) {
            receiver.accept(files);
        }
    }

    @Override
    public void handleWillFinishLaunchingAction(Application application, long time) {
        toolkit.handleWillFinishLaunchingAction(application, time);
    }

    @Override
    public void handleDidFinishLaunchingAction(Application application, long time) {
        toolkit.handleDidFinishLaunchingAction(application, time);
    }

    @Override
    public void handleWillBecomeActiveAction(Application application, long time) {
        toolkit.handleWillBecomeActiveAction(application, time);
    }

    @Override
    public void handleDidBecomeActiveAction(Application application, long time) {
        toolkit.handleDidBecomeActiveAction(application, time);
    }

    @Override
    public void handleWillResignActiveAction(Application application, long time) {
        toolkit.handleWillResignActiveAction(application, time);
    }

    @Override
    public void handleDidResignActiveAction(Application application, long time) {
        toolkit.handleDidResignActiveAction(application, time);
    }

    @Override
    public void handleDidReceiveMemoryWarning(Application application, long time) {
        toolkit.handleDidReceiveMemoryWarning(application, time);
    }

    @Override
    public void handleWillHideAction(Application application, long time) {
        toolkit.handleWillHideAction(application, time);
    }

    @Override
    public void handleDidHideAction(Application application, long time) {
        toolkit.handleDidHideAction(application, time);
    }

    @Override
    public void handleWillUnhideAction(Application application, long time) {
        toolkit.handleWillUnhideAction(application, time);
    }

    @Override
    public void handleDidUnhideAction(Application application, long time) {
        toolkit.handleDidUnhideAction(application, time);
    }

    @Override
    public void handleQuitAction(Application application, long time) {
        toolkit.handleQuitAction(application, time);
    }

    @Override
    public void handlePreferencesChanged(Map<String, Object> preferences) {
        toolkit.handlePreferencesChanged(preferences);
    }
}
