package zeren.layer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureReader;
import zeren.layer.LayerDeclaration;
import zeren.problem.ProblemException;

/** Reads the body of a {@code PUT}: one GeoJSON feature. */
@Component
class FeatureRequest {

  private static final int MOST_BYTES = 20_000_000;

  private final JsonMapper json;
  private final FeatureReader reader;

  FeatureRequest(JsonMapper json, FeatureReader reader) {
    this.json = json;
    this.reader = reader;
  }

  /**
   * @param crs of the coordinates; EPSG:4490 when null
   * @throws ProblemException 400 that names the member or field, 413
   */
  FeatureDraft read(
      LayerDeclaration layer,
      String id,
      @Nullable String crs,
      HttpServletRequest request,
      LocalDate today)
      throws IOException {
    return reader.read(layer, id, crs, tree(request), today);
  }

  private JsonNode tree(HttpServletRequest request) throws IOException {
    byte[] body;
    try (InputStream in = request.getInputStream()) {
      body = in.readNBytes(MOST_BYTES + 1);
    }
    if (body.length > MOST_BYTES) {
      throw new ProblemException(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-large",
          "Too large",
          "One feature may have " + MOST_BYTES / 1_000_000 + " MB.");
    }
    try {
      JsonNode tree = json.readTree(body);
      if (tree == null || !tree.isObject()) {
        throw bad("the body must be a GeoJSON Feature", "type");
      }
      return tree;
    } catch (JacksonException e) {
      throw bad("the body is not JSON: " + e.getOriginalMessage(), "type");
    }
  }

  /** The values that are there. */
  static Map<String, Object> present(Map<String, @Nullable Object> values) {
    Map<String, Object> present = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            present.put(name, value);
          }
        });
    return present;
  }

  private static ProblemException bad(String reason, String field) {
    return new ProblemException(
            HttpStatus.BAD_REQUEST,
            "bad-feature",
            "The feature cannot be recorded",
            "Nothing was recorded: " + reason + ".")
        .with("field", field);
  }
}
