package zeren.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Goes through a GeoJSON object and hands out what is in its {@code features}, one after the other;
 * its other members may stand before or behind them.
 */
final class GeoJsonStream implements Closeable {

  private final CountingStream bytes;
  private final RecordLimitReader text;
  private final JsonParser parser;
  private final Json json;
  private boolean inFeatures;
  private boolean hasFeatures;
  private @Nullable String type;
  private @Nullable JsonNode crs;

  private GeoJsonStream(
      CountingStream bytes, RecordLimitReader text, JsonParser parser, Json json) {
    this.bytes = bytes;
    this.text = text;
    this.parser = parser;
    this.json = json;
  }

  static GeoJsonStream open(Path file, TextEncoding encoding, FormatLimits limits)
      throws IOException, FormatException {
    CountingStream bytes = new CountingStream(Files.newInputStream(file), Files.size(file));
    RecordLimitReader text = new RecordLimitReader(encoding.reader(bytes), "feature", ',', limits);
    Json json = new Json(limits);
    GeoJsonStream stream = new GeoJsonStream(bytes, text, json.parser(text), json);
    text.recordStarts(1);
    try {
      stream.parser.nextToken();
      return stream;
    } catch (JacksonException e) {
      stream.close();
      throw Json.refusal(e);
    }
  }

  /** The next feature; null after the last one, when the whole file was read. */
  @Nullable JsonNode next() throws FormatException {
    try {
      while (true) {
        text.recordStarts(parser.currentLocation().getLineNr());
        JsonToken token = parser.nextToken();
        if (inFeatures && token != JsonToken.END_ARRAY) {
          return json.tree(parser);
        }
        if (token == JsonToken.END_ARRAY) {
          inFeatures = false;
        } else if (token == JsonToken.PROPERTY_NAME) {
          member(parser.currentName(), parser.nextToken());
        } else {
          end(token);
          return null;
        }
      }
    } catch (JacksonException e) {
      throw Json.refusal(e);
    }
  }

  /** The whole object, which must be small enough for one feature. */
  JsonNode whole() throws FormatException {
    try {
      return json.tree(parser);
    } catch (JacksonException e) {
      throw Json.refusal(e);
    }
  }

  /** The type of the object; null when it has not come yet. */
  @Nullable String type() {
    return type;
  }

  /** Whether its list of features has come. */
  boolean hasFeatures() {
    return hasFeatures;
  }

  /** Its member {@code crs} from before RFC 7946. */
  @Nullable JsonNode crs() {
    return crs;
  }

  double progress() {
    return bytes.progress();
  }

  @Override
  public void close() throws IOException {
    parser.close();
    text.close();
  }

  private void member(String name, JsonToken value) throws FormatException {
    if (name.equals("type") && value == JsonToken.VALUE_STRING) {
      type = parser.getString();
    } else if (name.equals("crs")) {
      crs = json.tree(parser);
    } else if (name.equals("features") && value == JsonToken.START_ARRAY) {
      if (hasFeatures) {
        throw new FormatException("geojson-type", "The file has two lists of features", null);
      }
      inFeatures = true;
      hasFeatures = true;
    } else {
      parser.skipChildren();
    }
  }

  private void end(@Nullable JsonToken token) throws FormatException {
    if (token == JsonToken.END_OBJECT && parser.nextToken() != null) {
      throw new FormatException(
          "not-json",
          "There is something behind the GeoJSON object in line "
              + parser.currentLocation().getLineNr()
              + "; if each line is a feature, name the file .geojsonl",
          null);
    }
  }
}
