package stemma.ui.shell;

import java.time.Instant;
import stemma.ui.common.Dialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;

/// Tells of what should not have happened on the FX thread, with a report to show.
record UnexpectedErrors(StartOptions options, Notices notices, Dialogs dialogs)
        implements Thread.UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        System.getLogger(UnexpectedErrors.class.getName()).log(System.Logger.Level.ERROR, "unexpected", cause);
        String report = CrashReport.of(cause, options.version(), Instant.now());
        notices.error(
                Messages.text("shell.unexpected"),
                cause instanceof Exception e ? Notices.explain(e) : cause.toString(),
                new Notices.Action(
                        Messages.text("crash.show"),
                        () -> dialogs.show(
                                Messages.text("crash.title"),
                                Messages.text("crash.header", options.home().drafts()),
                                report)));
    }
}
