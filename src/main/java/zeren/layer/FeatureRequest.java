package zeren.layer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeren.problem.ProblemException;
import zeren.problem.WholeBody;

/** Reads bodies that say what shall be recorded. */
@Component
public class FeatureRequest {

  private final JsonMapper json;
  private final FeatureReader reader;

  FeatureRequest(JsonMapper json, FeatureReader reader) {
    this.json = json;
    this.reader = reader;
  }

  /**
   * One GeoJSON feature.
   *
   * @param crs of the coordinates; EPSG:4490 when null
   * @throws ProblemException 400 that names the member or field, 413
   */
  public FeatureDraft read(
      LayerDeclaration layer,
      String id,
      @Nullable String crs,
      HttpServletRequest request,
      LocalDate today)
      throws IOException {
    return reader.read(layer, id, crs, tree(request), today);
  }

  /**
   * A JSON object.
   *
   * @throws ProblemException 400, 413
   */
  public JsonNode tree(HttpServletRequest request) throws IOException {
    byte[] body;
    try (InputStream in = request.getInputStream()) {
      body = WholeBody.read(in, request.getContentLengthLong(), WholeBody.MOST_BYTES);
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

  private static ProblemException bad(String reason, String field) {
    return new ProblemException(
            HttpStatus.BAD_REQUEST,
            "bad-feature",
            "The feature cannot be recorded",
            "Nothing was recorded: " + reason + ".")
        .with("field", field);
  }
}
