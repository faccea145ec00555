package stemma.store.git;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// What went wrong between this side and the other one, in the words of the port and without a password that somebody
/// may have written into an address.
final class Trouble {
    private static final Pattern USER_INFO = Pattern.compile("//[^/\\s@]*@");

    /// How JGit and servers say that they do not let us in.
    private static final Pattern NOT_LET_IN = Pattern.compile(
            "not authorized|authentication|auth fail|not permitted|permission denied|cannot log in|forbidden|\\b40[13]\\b"
                    + "|unknownhostkey|server key did not validate|no more authentication");

    private Trouble() {}

    static StoreException of(StoreUri uri, Exception failure) {
        if (failure instanceof StoreException known) {
            return known;
        }
        String said = said(failure);
        if (NOT_LET_IN.matcher(said.toLowerCase(Locale.ROOT)).find()) {
            return new StoreException.Denied(uri, said, new IOException(said));
        }
        return new StoreException.Unreachable(uri, said);
    }

    static StoreException refused(StoreUri uri, String reason) {
        String said = "the other side did not take the changes: " + withoutUsers(reason) + ".";
        return new StoreException.Denied(uri, said, new IOException(said));
    }

    private static String said(Exception failure) {
        String message = failure.getMessage();
        String said = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        String plain = withoutUsers(said.lines().findFirst().orElse(said).strip());
        return plain.endsWith(".") ? plain : plain + ".";
    }

    static String withoutUsers(String text) {
        return USER_INFO.matcher(text).replaceAll("//");
    }
}
