package zeren.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.exchange.Extents;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** The extent that imports are checked against, for administrators. */
@RestController
@RequestMapping("/api/operation/extent")
class ExtentController {

  private final Extents extents;

  ExtentController(Extents extents) {
    this.extents = extents;
  }

  /**
   * @param extent west, south, east, north in degrees
   * @param source chosen, configured, districts or china
   * @param chosenAt null when nobody has chosen it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ExtentBody(
      double[] extent, String source, @Nullable Instant chosenAt, @Nullable String chosenBy) {

    static ExtentBody of(Extents.Current current) {
      Envelope box = current.box();
      return new ExtentBody(
          new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
          current.source().name().toLowerCase(Locale.ROOT),
          current.at(),
          current.by());
    }
  }

  /**
   * @param extent west, south, east, north in degrees
   */
  record ChosenExtent(@Nullable List<@Nullable Double> extent) {}

  @GetMapping
  ExtentBody get(HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return ExtentBody.of(extents.current());
  }

  @PutMapping
  ExtentBody choose(@RequestBody ChosenExtent body, Viewer viewer, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    extents.choose(box(body.extent()), String.valueOf(viewer.name()));
    return ExtentBody.of(extents.current());
  }

  /** Takes the choice back. */
  @DeleteMapping
  ExtentBody forget(Viewer viewer, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    extents.choose(null, String.valueOf(viewer.name()));
    return ExtentBody.of(extents.current());
  }

  private static Envelope box(@Nullable List<@Nullable Double> corners) {
    double[] known =
        corners == null
            ? new double[0]
            : corners.stream().mapToDouble(one -> one == null ? Double.NaN : one).toArray();
    if (known.length != 4 || !(known[0] < known[2]) || !(known[1] < known[3])) {
      throw ProblemException.badParameter(
          "extent", "The extent must be west, south, east, north in degrees.");
    }
    return new Envelope(known[0], known[2], known[1], known[3]);
  }
}
