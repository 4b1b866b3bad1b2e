package zeren.ogc.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import zeren.geo.CoordinateSystem;
import zeren.geo.CoordinateSystemUri;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;

/** The coordinate systems that features may be asked for in. */
final class Systems {

  /** A coordinate system by the name that the client has for it. */
  record Named(String uri, CoordinateSystem system) {}

  static final Named DEFAULT = new Named(CoordinateSystemUri.CRS84, CoordinateSystem.CGCS2000);

  private Systems() {}

  /** Those that reach all of a layer, CRS84 first. */
  static List<String> of(LayerView view) {
    Envelope extent = view.extent();
    return CoordinateSystemUri.all().stream()
        .filter(uri -> CoordinateSystemUri.find(uri).filter(s -> reaches(s, extent)).isPresent())
        .toList();
  }

  /**
   * The system that a parameter or header names; CRS84 when it is missing.
   *
   * @throws ProblemException 400 when it is none of those that are known
   */
  static Named parse(String parameter, @Nullable String uri) {
    if (uri == null) {
      return DEFAULT;
    }
    return CoordinateSystemUri.find(uri)
        .map(system -> new Named(uri, system))
        .orElseThrow(() -> refused(parameter, uri, CoordinateSystemUri.all()));
  }

  /**
   * The system to answer in.
   *
   * @throws ProblemException 400 when it does not reach all of the views
   */
  static Named parseForAnswer(String parameter, @Nullable String uri, List<LayerView> views) {
    Named named = parse(parameter, uri);
    for (LayerView view : views) {
      if (!reaches(named.system(), view.extent())) {
        throw refused(parameter, named.uri(), of(view));
      }
    }
    return named;
  }

  private static boolean reaches(CoordinateSystem system, Envelope extent) {
    return extent.isNull() || system.reaches(extent);
  }

  private static ProblemException refused(String parameter, String uri, List<String> allowed) {
    return ProblemException.badParameter(
        parameter,
        "Parameter '%s' is '%s'; it must be one of the systems of the collection, such as %s."
            .formatted(parameter, uri, allowed.get(0)),
        allowed);
  }
}
