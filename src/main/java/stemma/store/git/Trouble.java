package stemma.store.git;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Explained;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.Sentence;
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

    /// How JGit says that it did not even come to know who is there, or to say who we are.
    private static final Pattern NO_LOGIN = Pattern.compile("not authorized|cannot log in|server key did not validate");

    private Trouble() {}

    static StoreException of(StoreUri uri, Exception failure) {
        return of(uri, failure, Optional.empty());
    }

    /// @param reason why we could not log in, if we could not, where that is known better than the failure says it
    static StoreException of(StoreUri uri, Exception failure, Optional<Sentence> reason) {
        if (failure instanceof StoreException known) {
            return known;
        }
        Sentence said = said(failure);
        Optional<Sentence> mistrust = mistrust(failure);
        if (mistrust.isPresent()) {
            return new StoreException.Denied(uri, mistrust.get(), new ExplainedIOException(said));
        }
        String lower = said.toString().toLowerCase(Locale.ROOT);
        if (reason.isPresent() && NO_LOGIN.matcher(lower).find()) {
            return new StoreException.Denied(uri, reason.get(), new ExplainedIOException(said));
        }
        if (NOT_LET_IN.matcher(lower).find()) {
            return new StoreException.Denied(uri, said, new ExplainedIOException(said));
        }
        if (has(failure, NoRemoteRepositoryException.class)) {
            return new StoreException.Unreachable(
                    uri,
                    Sentence.of("there is no Git repository at this address, or none that you may see; look at the address."),
                    new ExplainedIOException(said));
        }
        return new StoreException.Unreachable(
                uri,
                brokeOff(failure)
                        ? Sentence.of("the connection broke off before the end. Nothing is lost; try again. ({0})", said)
                        : said);
    }

    private static boolean has(Exception failure, Class<? extends Throwable> kind) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean brokeOff(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof SocketException && !(cause instanceof ConnectException)) {
                return true;
            }
        }
        return false;
    }

    /// Why a web server's certificate is not trusted; empty when that is not the problem.
    private static Optional<Sentence> mistrust(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof CertPathBuilderException) {
                return Optional.of(Sentence.of(
                        "the certificate of the server is not trusted ({0}), so nothing was told to it. An authority of"
                                + " your own has to be among those that the Java runtime trusts"
                                + " (javax.net.ssl.trustStore).",
                        String.valueOf(cause.getMessage())));
            }
        }
        return Optional.empty();
    }

    static StoreException refused(StoreUri uri, String reason) {
        Sentence said = Sentence.of("the other side did not take the changes: {0}.", withoutUsers(reason));
        return new StoreException.Denied(uri, said, new ExplainedIOException(said));
    }

    private static Sentence said(Exception failure) {
        if (failure instanceof Explained explained) {
            return Sentence.of("{0}.", explained.sentence());
        }
        String message = failure.getMessage();
        String said = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        String plain = withoutUsers(said.lines().findFirst().orElse(said).strip());
        return Sentence.from(plain.endsWith(".") ? plain : plain + ".");
    }

    static String withoutUsers(String text) {
        return USER_INFO.matcher(text).replaceAll("//");
    }
}
