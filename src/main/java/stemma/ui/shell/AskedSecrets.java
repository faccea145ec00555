package stemma.ui.shell;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import stemma.store.Secret;
import stemma.store.Secrets;
import stemma.store.StoreUri;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;

/// Asks the author for a secret. Called on a task's thread, which waits for the answer.
record AskedSecrets(FxDialogs dialogs) implements Secrets {
    @Override
    public Optional<Secret> find(StoreUri store, String option) {
        CompletableFuture<Optional<Secret>> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(dialogs.askSecret(
                        Messages.text("connect.ask", store), option, Messages.text("connect.ask.act")));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }
}
