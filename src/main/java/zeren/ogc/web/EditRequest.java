package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import zeren.geo.CoordinateSystem;
import zeren.problem.ProblemException;

/** What the headers of a change say about its body. */
final class EditRequest {

  /** A feature or a collection of them. */
  static final List<String> FEATURES = List.of(Link.GEOJSON, Link.JSON);

  /** What is to change of a feature (RFC 7396). */
  static final List<String> PATCHES = List.of("application/merge-patch+json");

  private EditRequest() {}

  /**
   * @throws ProblemException 400 when the body has no type, 415 when it has another one
   */
  static void requireType(HttpServletRequest request, List<String> allowed) {
    String given = request.getContentType();
    if (given == null) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "bad-request",
          "The request cannot be read",
          "Say what the body is: send a header Content-Type with %s."
              .formatted(String.join(" or ", allowed)));
    }
    try {
      MediaType type = MediaType.parseMediaType(given);
      if (allowed.stream().anyMatch(one -> type.equalsTypeAndSubtype(MediaType.valueOf(one)))) {
        return;
      }
    } catch (InvalidMediaTypeException e) {
      // refused below, in the same words
    }
    throw new ProblemException(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "Unsupported Media Type",
            "Content-Type is '%s'; it must be %s.".formatted(given, String.join(" or ", allowed)))
        .with("allowed", allowed);
  }

  /**
   * The system of the coordinates in the body, from the header {@code Content-Crs}; CRS84 without.
   *
   * @throws ProblemException 400 when it is not known
   */
  static CoordinateSystem system(HttpServletRequest request) {
    @Nullable String given = request.getHeader("Content-Crs");
    String uri = given == null ? null : given.strip().replaceAll("^<(.*)>$", "$1");
    return Systems.parse("Content-Crs", uri).system();
  }
}
