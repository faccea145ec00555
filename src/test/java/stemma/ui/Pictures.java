package stemma.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Pictures of the window for people to look at, written to `target/pictures`. Works without a display. May be
/// called from any thread.
public final class Pictures {
    /// Where the pictures go, below the folder the tests run in.
    public static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {}

    /// Draws the whole scene and writes it as `<name>.png`.
    public static Path save(Scene scene, String name) {
        return write(onToolkitThread(() -> scene.snapshot(null)), name);
    }

    /// Draws one node and what is in it and writes it as `<name>.png`.
    public static Path save(Node node, String name) {
        return write(onToolkitThread(() -> node.snapshot(null, null)), name);
    }

    /// Writes an image as `<name>.png`, so that a test can compare pixels and keep what it saw.
    public static Path write(WritableImage image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader reader = image.getPixelReader();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        Path file = FOLDER.resolve(name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return file;
    }

    private static WritableImage onToolkitThread(Supplier<WritableImage> picture) {
        if (Platform.isFxApplicationThread()) {
            return picture.get();
        }
        CompletableFuture<WritableImage> taken = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                taken.complete(picture.get());
            } catch (RuntimeException | Error e) {
                taken.completeExceptionally(e);
            }
        });
        try {
            return taken.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the picture could not be drawn", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the toolkit's thread did not answer within 30 s", e);
        }
    }
}
