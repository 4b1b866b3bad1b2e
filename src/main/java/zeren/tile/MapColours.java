package zeren.tile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The colours that declarations of layers name, from where the pages have them: the light ones. */
final class MapColours {

  private static final Pattern TOKEN = Pattern.compile("--map-([a-z-]+):\\s*([^;]+);");

  /** A colour one can see through, as pages have it; styles have it with commas. */
  private static final Pattern SEE_THROUGH =
      Pattern.compile("rgb\\((\\d+) (\\d+) (\\d+) / (\\d+)%\\)");

  private static final Map<String, String> TOKENS = read();

  private MapColours() {}

  private static Map<String, String> read() {
    try (InputStream css =
        Objects.requireNonNull(MapColours.class.getResourceAsStream("/web/css/tokens.css"))) {
      Matcher matcher = TOKEN.matcher(new String(css.readAllBytes(), StandardCharsets.UTF_8));
      Map<String, String> tokens = new HashMap<>();
      while (matcher.find()) {
        // The light ones come first.
        tokens.putIfAbsent(
            matcher.group(1).replace('-', '_'),
            SEE_THROUGH.matcher(matcher.group(2)).replaceFirst("rgba($1, $2, $3, 0.$4)"));
      }
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param declared a hex value, the name of a token, or {@code none}
   * @return null for none
   */
  static @Nullable String find(@Nullable Object declared) {
    if (declared == null || declared.equals("none")) {
      return null;
    }
    String name = declared.toString();
    return TOKENS.getOrDefault(name, name.startsWith("#") ? name : null);
  }
}
