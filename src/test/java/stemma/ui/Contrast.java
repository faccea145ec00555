package stemma.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.effect.BlurType;
import javafx.scene.effect.DropShadow;
import javafx.scene.effect.Effect;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// How well the texts of a scene stand out from what is drawn beneath them, by WCAG 2.2, success criteria 1.4.3 and
/// 1.4.11. The scene is drawn with and without its texts: where the pictures differ there is ink, and the second one
/// shows what is beneath it, whatever drew that. A third one tells texts that other things cover from those that are not
/// seen for lack of contrast. On the FX thread only.
public final class Contrast {
    private static final double TEXT = 4.5;
    private static final double LARGE_OR_ICON = 3;
    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.66;
    /// Below this a text cannot be seen at all.
    private static final double INVISIBLE = 1.3;

    private final Pixels with;
    private final Pixels without;
    private final Pixels glowing;
    private final List<String> tooLow = new ArrayList<>();
    private int measured;

    /// @param glowing with texts that cannot be missed, unless something lies over them
    private Contrast(Image with, Image without, Image glowing) {
        this.with = Pixels.of(with);
        this.without = Pixels.of(without);
        this.glowing = Pixels.of(glowing);
    }

    /// A picture that is quick to read.
    private record Pixels(int width, int height, int[] argb) {
        static Pixels of(Image image) {
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] argb = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return new Pixels(width, height, argb);
        }

        int at(int x, int y) {
            return argb[y * width + x];
        }

        static Color colour(int argb) {
            return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
        }
    }

    /// What was found in a scene.
    ///
    /// @param tooLow a sentence for each text with too little contrast
    /// @param measured how many texts and icons there were to look at
    public record Finding(List<String> tooLow, int measured) {}

    /// Looks at every text and icon that is shown and not disabled.
    public static Finding in(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        List<Text> texts = new ArrayList<>();
        collect(scene.getRoot(), texts);
        Image with = scene.snapshot(null);
        double[] opacities = texts.stream().mapToDouble(Node::getOpacity).toArray();
        texts.forEach(text -> text.setOpacity(0));
        Image without = scene.snapshot(null);
        IntStream.range(0, opacities.length).forEach(i -> texts.get(i).setOpacity(opacities[i]));
        List<Effect> effects = new ArrayList<>();
        texts.forEach(text -> effects.add(text.getEffect()));
        texts.forEach(text -> text.setEffect(new DropShadow(BlurType.ONE_PASS_BOX, Color.MAGENTA, 3, 1, 0, 0)));
        Image glowing = scene.snapshot(null);
        IntStream.range(0, effects.size()).forEach(i -> texts.get(i).setEffect(effects.get(i)));
        Contrast contrast = new Contrast(with, without, glowing);
        texts.forEach(contrast::measure);
        return new Finding(contrast.tooLow, contrast.measured);
    }

    private static void collect(Node node, List<Text> texts) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Text text && text.getFill() instanceof Color ink && ink.isOpaque() && !text.getText().isBlank()) {
            texts.add(text);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private void measure(Text text) {
        Color ink = (Color) text.getFill();
        Bounds place = seen(text);
        Map<Integer, Integer> grounds = new HashMap<>();
        Map<Integer, Integer> beneath = new HashMap<>();
        int drawn = 0;
        boolean isCovered = true;
        for (int y = (int) Math.max(0, place.getMinY()); y < Math.min(with.height(), place.getMaxY()); y++) {
            for (int x = (int) Math.max(0, place.getMinX()); x < Math.min(with.width(), place.getMaxX()); x++) {
                int ground = without.at(x, y);
                int seen = with.at(x, y);
                beneath.merge(ground, 1, Integer::sum);
                isCovered &= glowing.at(x, y) == ground;
                if (seen != ground && isMixed(Pixels.colour(seen), Pixels.colour(ground), ink)) {
                    grounds.merge(ground, 1, Integer::sum);
                    drawn++;
                }
            }
        }
        if (isCovered) {
            return;
        }
        boolean nothingSeen = drawn == 0;
        double wanted = wanted(text);
        for (var each : (nothingSeen ? beneath : grounds).entrySet()) {
            Color ground = Pixels.colour(each.getKey());
            double ratio = ratio(ink, ground);
            boolean isTooLow = nothingSeen
                    ? ratio < INVISIBLE && each.getValue() > place.getWidth() * place.getHeight() * 0.9
                    : ratio < wanted && each.getValue() >= Math.max(4, drawn / 10);
            if (isTooLow) {
                tooLow.add(String.format(
                        Locale.ROOT,
                        "%.2f instead of %.1f: %s on %s: \"%s\" %s",
                        ratio,
                        wanted,
                        ink,
                        ground,
                        text.getText().strip().lines().findFirst().orElse(""),
                        where(text)));
            }
        }
        if (!nothingSeen) {
            measured++;
        }
    }

    /// Where a text is drawn; beyond what clips it, such as the end of its field, there are other things.
    private static Bounds seen(Node node) {
        Bounds place = node.localToScene(node.getBoundsInLocal());
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getClip() != null) {
                place = common(place, at.localToScene(at.getClip().getBoundsInParent()));
            }
        }
        return place;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        double width = Math.min(one.getMaxX(), other.getMaxX()) - x;
        double height = Math.min(one.getMaxY(), other.getMaxY()) - y;
        return new BoundingBox(x, y, Math.max(0, width), Math.max(0, height));
    }

    /// Whether a pixel is mostly the ink and for the rest the ground, so that it is this text's and not another's.
    private static boolean isMixed(Color seen, Color ground, Color ink) {
        double red = ink.getRed() - ground.getRed();
        double green = ink.getGreen() - ground.getGreen();
        double blue = ink.getBlue() - ground.getBlue();
        double length = red * red + green * green + blue * blue;
        if (length == 0) {
            return false;
        }
        double share = ((seen.getRed() - ground.getRed()) * red
                        + (seen.getGreen() - ground.getGreen()) * green
                        + (seen.getBlue() - ground.getBlue()) * blue)
                / length;
        Color expected = ground.interpolate(ink, Math.clamp(share, 0, 1));
        double off = Math.abs(seen.getRed() - expected.getRed())
                + Math.abs(seen.getGreen() - expected.getGreen())
                + Math.abs(seen.getBlue() - expected.getBlue());
        return share > 0.5 && off < 0.05;
    }

    private static double wanted(Text text) {
        double size = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        return text instanceof FontIcon || size >= LARGE || bold && size >= LARGE_BOLD ? LARGE_OR_ICON : TEXT;
    }

    private static String where(Node node) {
        StringBuilder path = new StringBuilder();
        int depth = 0;
        for (Node at = node; at != null && depth < 4; at = at.getParent(), depth++) {
            path.append(at.getStyleClass()).append(at.getId() == null ? "" : "#" + at.getId()).append(' ');
        }
        return path.toString().strip();
    }

    /// The contrast ratio of two opaque colours, 1 to 21.
    public static double ratio(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
