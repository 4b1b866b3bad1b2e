package zeren.geo;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;

/**
 * JSON that is no GeoJSON geometry, or a geometry that GeoJSON cannot say. A Jackson exception, so
 * that it passes through the binding of enclosing objects unchanged.
 */
public final class GeoJsonException extends DatabindException {

  private static final long serialVersionUID = 1L;

  private final String jsonPath;
  private final String problem;

  GeoJsonException(@Nullable Closeable source, String jsonPath, String problem) {
    super(source, jsonPath + ": " + problem);
    this.jsonPath = jsonPath;
    this.problem = problem;
  }

  /** Where, seen from the geometry, such as {@code $.coordinates[0][3]}. */
  public String jsonPath() {
    return jsonPath;
  }

  /** What is wrong there, without the path. */
  public String problem() {
    return problem;
  }
}
