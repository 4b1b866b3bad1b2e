package zeren.filter;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;

/**
 * Filters in the Common Query Language CQL2 (OGC 21-065r2), as text such as {@code kind = 'pipe'
 * AND pipes > 2} and as JSON.
 *
 * <p>A comparison with a field that has no value is neither true nor false, and a row is kept when
 * the whole is true. What a filter may name is in {@link Queryables}. Geometries are compared in
 * the plane of longitude and latitude; the function {@code distance(geometry, POINT(113.6 34.7))}
 * is the geodesic distance in metres. Of a comparison between a day and a timestamp, days are
 * compared.
 */
public final class Cql2 {

  /** Characters that a filter may have. */
  static final int LONGEST = 1_000_000;

  /** Brackets, functions and NOTs inside each other. */
  static final int DEEPEST = 50;

  static final String TOO_DEEP =
      "more than " + DEEPEST + " brackets, functions or NOTs stand inside each other";

  /** Corners of all geometries. */
  static final int MOST_VERTICES = 10_000;

  static final String TOO_MANY_VERTICES =
      String.format(
          Locale.ROOT, "the geometries of a filter may have %,d corners together", MOST_VERTICES);

  private static final String CONFORMANCE = "http://www.opengis.net/spec/cql2/1.0/conf/";

  /** The URIs of the conformance classes of CQL2 that are kept to. */
  public static final List<String> CONFORMANCE_CLASSES =
      Stream.of(
              "cql2-text",
              "cql2-json",
              "basic-cql2",
              "advanced-comparison-operators",
              "case-insensitive-comparison",
              "accent-insensitive-comparison",
              "basic-spatial-functions",
              "basic-spatial-functions-plus",
              "spatial-functions",
              "temporal-functions",
              "property-property",
              "functions",
              "arithmetic")
          .map(CONFORMANCE::concat)
          .toList();

  private Cql2() {}

  /**
   * @param parameter the query parameter that the filter came in
   * @param crs what its geometries are in; the axes in the order that this instance has
   * @return which rows of the view to keep
   * @throws ProblemException when the text is no such filter, names a field that the view does not
   *     show, or compares what cannot be compared; it says at which character
   */
  public static IntPredicate text(
      LayerView view, String parameter, String text, CoordinateSystem crs) {
    checkLength(parameter, text);
    return compile(view, new Cql2TextReader(parameter, text).read(), crs);
  }

  /**
   * @param parameter the query parameter that the filter came in
   * @param crs as above
   * @return which rows of the view to keep
   * @throws ProblemException as above; it says where by a JSON pointer
   */
  public static IntPredicate json(
      LayerView view, String parameter, String json, CoordinateSystem crs) {
    checkLength(parameter, json);
    return compile(view, new Cql2JsonReader(parameter).read(json), crs);
  }

  private static IntPredicate compile(LayerView view, Expression filter, CoordinateSystem crs) {
    return new Cql2Compiler(view, crs).condition(filter).keeping(true);
  }

  private static void checkLength(String parameter, String filter) {
    if (filter.length() > LONGEST) {
      throw ProblemException.badParameter(
          parameter,
          String.format(
              Locale.ROOT,
              "Parameter '%s' has %,d characters; at most %,d are read.",
              parameter,
              filter.length(),
              LONGEST));
    }
  }
}
