package stemma.ui.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Finds out why JavaFX could not open a window, so that the answer is a sentence and not a stack trace. Asked only then:
/// the question costs a start that goes well a tenth of a second.
public final class Display {
    private Display() {}

    /// Why no window can be opened here and what to do; empty when nothing is in the way.
    public static Optional<String> problem() {
        boolean drawsIntoMemory = "Headless".equals(System.getProperty("glass.platform"));
        if (!System.getProperty("os.name").startsWith("Linux") || drawsIntoMemory) {
            return Optional.empty();
        }
        String display = Optional.ofNullable(System.getenv("DISPLAY")).orElse("");
        if (display.isBlank()) {
            return Optional.of("Stemma needs a display, and DISPLAY is not set. Start it in a desktop session,"
                    + " or through ssh -X.");
        }
        try (Arena arena = Arena.ofConfined()) {
            if (!hasLibrary("libgtk-3.so.0", arena)) {
                return Optional.of("Stemma needs GTK 3, which is not installed. Install the package libgtk-3-0 (Debian,"
                        + " Ubuntu) or gtk3 (Fedora, Arch, openSUSE) and start it again.");
            }
            return canOpenDisplay(arena)
                    ? Optional.empty()
                    : Optional.of("Stemma cannot reach the display " + display
                            + ". Start it in a desktop session of this user.");
        }
    }

    private static boolean hasLibrary(String name, Arena arena) {
        try {
            SymbolLookup.libraryLookup(name, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean canOpenDisplay(Arena arena) {
        Linker linker = Linker.nativeLinker();
        try {
            SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
            MethodHandle open = linker.downcallHandle(
                    x11.findOrThrow("XOpenDisplay"),
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MethodHandle close = linker.downcallHandle(
                    x11.findOrThrow("XCloseDisplay"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int _ = (int) close.invokeExact(display);
            return true;
        } catch (Throwable e) {
            return true;
        }
    }
}
