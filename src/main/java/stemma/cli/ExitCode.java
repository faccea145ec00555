package stemma.cli;

import stemma.store.StoreException;

/// What the process says when it ends.
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NOT_FOUND = 3;
    static final int CONFLICT = 4;
    static final int DIFFERENCES = 5;

    private ExitCode() {}

    static int of(StoreException problem) {
        return switch (problem) {
            case StoreException.NotFound _ -> NOT_FOUND;
            case StoreException.Conflict _ -> CONFLICT;
            default -> FAILED;
        };
    }
}
