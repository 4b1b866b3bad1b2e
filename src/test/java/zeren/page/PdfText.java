package zeren.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a PDF of Chromium says, page by page, in the order in which it was drawn. Reads only what
 * Chromium writes: objects that are not packed, deflated streams, and fonts that name the
 * characters of their glyphs (PDF 1.4, 9.10.3, {@code ToUnicode}).
 */
final class PdfText {

  private static final Pattern OBJECT =
      Pattern.compile("(?<=\n)(\\d+) 0 obj\n(.*?)\nendobj", Pattern.DOTALL);
  private static final Pattern STREAM =
      Pattern.compile(">> ?stream\r?\n(.*)\nendstream", Pattern.DOTALL);
  private static final Pattern FONT = Pattern.compile("/(F\\d+) (\\d+) 0 R");
  private static final Pattern CONTENTS = Pattern.compile("/Contents (\\d+) 0 R");
  private static final Pattern FORM = Pattern.compile("/(X\\d+) (\\d+) 0 R");
  private static final Pattern TO_UNICODE = Pattern.compile("/ToUnicode (\\d+) 0 R");
  private static final Pattern SHOWN =
      Pattern.compile("/(F\\d+) [-.\\d]+ Tf|<([0-9A-Fa-f]*)> ?Tj|\\[(.*?)] ?TJ|/(X\\d+) Do");
  private static final Pattern HEX = Pattern.compile("<([0-9A-Fa-f]*)>");
  private static final Pattern BLOCK =
      Pattern.compile("beginbf(char|range)\n(.*?)endbf", Pattern.DOTALL);

  private final Map<String, String> objects = new HashMap<>();
  private final Map<String, Map<Integer, String>> fonts = new HashMap<>();
  private final List<String> pages = new ArrayList<>();

  private PdfText(byte[] pdf) {
    Matcher object = OBJECT.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
    List<String> bodies = new ArrayList<>();
    while (object.find()) {
      objects.put(object.group(1), object.group(2));
      bodies.add(object.group(2));
    }
    for (String body : bodies) {
      if (body.startsWith("<</Type /Page\n")) {
        Matcher contents = CONTENTS.matcher(body);
        pages.add(contents.find() ? text(body, stream(contents.group(1))) : "");
      }
    }
  }

  /**
   * The text of each page, without the spaces between what was drawn apart. Fonts name some
   * characters by their radical; those that Unicode takes for the same are made one.
   */
  static List<String> pages(byte[] pdf) {
    return new PdfText(pdf)
        .pages.stream().map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC)).toList();
  }

  private String text(String resources, String content) {
    Map<String, String> names = named(FONT, resources);
    Map<String, String> forms = named(FORM, resources);
    StringBuilder text = new StringBuilder();
    Map<Integer, String> font = Map.of();
    Matcher shown = SHOWN.matcher(content);
    while (shown.find()) {
      if (shown.group(1) != null) {
        font = font(names.getOrDefault(shown.group(1), ""));
      } else if (shown.group(4) != null) {
        String form = forms.getOrDefault(shown.group(4), "");
        text.append(text(object(form), stream(form)));
      } else {
        Matcher hex = HEX.matcher(shown.group());
        while (hex.find()) {
          append(text, hex.group(1), font);
        }
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String hex, Map<Integer, String> font) {
    int width = font.getOrDefault(-1, "2").equals("4") ? 4 : 2;
    for (int i = 0; i + width <= hex.length(); i += width) {
      text.append(font.getOrDefault(Integer.parseInt(hex.substring(i, i + width), 16), ""));
    }
  }

  private static Map<String, String> named(Pattern pattern, String resources) {
    Map<String, String> names = new HashMap<>();
    pattern.matcher(resources).results().forEach(one -> names.put(one.group(1), one.group(2)));
    return names;
  }

  /** Characters by glyph; under -1 how many digits a glyph has. */
  private Map<Integer, String> font(String number) {
    return fonts.computeIfAbsent(
        number,
        id -> {
          Matcher map = TO_UNICODE.matcher(object(id));
          return map.find() ? characters(stream(map.group(1))) : Map.of();
        });
  }

  private static Map<Integer, String> characters(String map) {
    Map<Integer, String> characters = new HashMap<>();
    Matcher block = BLOCK.matcher(map);
    while (block.find()) {
      for (String line : block.group(2).strip().split("\n", -1)) {
        List<String> parts = HEX.matcher(line).results().map(one -> one.group(1)).toList();
        characters.put(-1, String.valueOf(parts.get(0).length()));
        int first = Integer.parseInt(parts.get(0), 16);
        int last = block.group(1).equals("range") ? Integer.parseInt(parts.get(1), 16) : first;
        String target = parts.get(parts.size() - 1);
        for (int glyph = first; glyph <= last; glyph++) {
          characters.put(glyph, unicode(target, glyph - first));
        }
      }
    }
    return characters;
  }

  private static String unicode(String hex, int more) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 4 <= hex.length(); i += 4) {
      text.append((char) (Integer.parseInt(hex.substring(i, i + 4), 16) + more));
    }
    return text.toString();
  }

  private String object(String number) {
    return objects.getOrDefault(number, "");
  }

  private String stream(String number) {
    Matcher stream = STREAM.matcher(object(number));
    if (!stream.find()) {
      return "";
    }
    byte[] packed = stream.group(1).getBytes(StandardCharsets.ISO_8859_1);
    if (!object(number).contains("/FlateDecode")) {
      return stream.group(1);
    }
    Inflater inflater = new Inflater();
    inflater.setInput(packed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0) {
          break;
        }
        out.write(buffer, 0, count);
      }
    } catch (DataFormatException e) {
      throw new AssertionError("Object " + number + " of the PDF cannot be unpacked", e);
    } finally {
      inflater.end();
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }
}
