package zeren.layer;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zeren.problem.ProblemException;

/** Whether an appearance can be laid over a declaration. */
final class AppearanceCheck {

  private static final int LONGEST_TITLE = 60;
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Map<String, double[]> NUMBERS =
      Map.of("size", new double[] {3, 24}, "width", new double[] {0.5, 8});

  private AppearanceCheck() {}

  /**
   * @throws ProblemException 400 that names the member
   */
  @SuppressWarnings("ConstantValue") // Jackson leaves null what a caller says is null.
  static void check(LayerDeclaration declared, Appearance appearance) {
    checkTitle("title", appearance.title());
    appearance
        .fields()
        .forEach(
            (name, title) -> {
              if (declared.findField(name).isEmpty()) {
                throw bad("fields." + name, "The layer has no such field.");
              }
              if (title == null) {
                throw bad("fields." + name, "A title is missing.");
              }
              checkTitle("fields." + name, title);
            });
    appearance.style().forEach((part, value) -> checkStyle("style." + part, part, value));
    Drawing.StyleByValue by = declared.drawing().by();
    appearance
        .byValue()
        .forEach(
            (value, style) -> {
              if (by == null || !by.values().containsKey(value)) {
                throw bad("byValue." + value, "The layer is not drawn by this value.");
              }
              if (style == null) {
                throw bad("byValue." + value, "The style is missing.");
              }
              style.forEach((part, one) -> checkStyle("byValue." + value, part, one));
            });
  }

  private static void checkTitle(String member, @Nullable Title title) {
    if (title != null && !(isTitle(title.zh()) && isTitle(title.en()))) {
      throw bad(member, "A title is 1 to " + LONGEST_TITLE + " characters in 'zh' and in 'en'.");
    }
  }

  private static boolean isTitle(@Nullable String text) {
    return text != null && !text.isBlank() && text.length() <= LONGEST_TITLE;
  }

  private static void checkStyle(String member, String part, @Nullable Object value) {
    double[] range = NUMBERS.get(part);
    if (range != null) {
      if (!(value instanceof Number number)
          || number.doubleValue() < range[0]
          || number.doubleValue() > range[1]) {
        throw bad(member, "It must be a number from %s to %s.".formatted(range[0], range[1]));
      }
    } else if (!part.equals("fill") && !part.equals("stroke")) {
      throw bad(member, "Only fill, stroke, size and width can be changed.");
    } else if (!(value instanceof String colour) || !COLOUR.matcher(colour).matches()) {
      throw bad(member, "It must be a colour such as #0b6e6e.");
    }
  }

  private static ProblemException bad(String member, String detail) {
    return ProblemException.badParameter(member, detail);
  }
}
