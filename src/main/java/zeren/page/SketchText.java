package zeren.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import zeren.notice.Sketch;
import zeren.notice.SvgPath;

/**
 * A sketch as SVG takes it; colours come from the style sheet.
 *
 * @param scaleFrom where the scale bar begins, in pixels from the left
 * @param label for those who do not see it
 */
record SketchText(
    int width,
    int height,
    List<Path> paths,
    List<Dot> dots,
    String scale,
    String scaleFrom,
    String scaleTo,
    String scaleMiddle,
    int scaleAt,
    String label) {

  /** From so many on numbers would hide each other. */
  private static final int MOST_NUMBERS = 80;

  private static final int MARGIN = 16;

  record Path(String kind, String layer, String path) {}

  record Dot(String number, String x, String y) {}

  static SketchText of(Sketch sketch, String language, Messages messages) {
    boolean numbers = sketch.dots().size() <= MOST_NUMBERS;
    double right = sketch.width() - MARGIN;
    double left = right - sketch.scale().pixels();
    return new SketchText(
        sketch.width(),
        sketch.height(),
        sketch.parts().stream()
            .map(
                part ->
                    new Path(
                        part.kind().name().toLowerCase(Locale.ROOT),
                        part.layer(),
                        SvgPath.of(part.shape())))
            .toList(),
        sketch.dots().stream()
            .map(
                dot ->
                    new Dot(
                        numbers ? String.valueOf(dot.number()) : "", text(dot.x()), text(dot.y())))
            .toList(),
        Amounts.roundDistance(sketch.scale().metres()),
        text(left),
        text(right),
        text((left + right) / 2),
        sketch.height() - MARGIN,
        messages.text(
            language, "cell.sketch", Map.of("count", Amounts.count(sketch.dots().size()))));
  }

  private static String text(double pixels) {
    return String.format(Locale.ROOT, "%.1f", pixels);
  }
}
