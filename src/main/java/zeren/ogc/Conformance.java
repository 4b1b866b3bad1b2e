package zeren.ogc;

import java.util.List;
import java.util.stream.Stream;
import zeren.filter.Cql2;
import zeren.tile.TileConformance;

/** The conformance classes of the OGC standards that the service keeps to. */
public final class Conformance {

  private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-";
  private static final String COMMON = "http://www.opengis.net/spec/ogcapi-common-";

  /** Of the collections and their features. */
  private static final List<String> OF_FEATURES =
      List.of(
          COMMON + "1/1.0/conf/core",
          COMMON + "2/1.0/conf/collections",
          FEATURES + "1/1.0/conf/core",
          FEATURES + "1/1.0/conf/geojson",
          FEATURES + "1/1.0/conf/html",
          FEATURES + "1/1.0/conf/oas30",
          FEATURES + "2/1.0/conf/crs",
          FEATURES + "3/1.0/conf/queryables",
          FEATURES + "3/1.0/conf/queryables-query-parameters",
          FEATURES + "3/1.0/conf/filter",
          FEATURES + "3/1.0/conf/features-filter",
          FEATURES + "4/1.0/conf/create-replace-delete",
          FEATURES + "4/1.0/conf/update",
          FEATURES + "4/1.0/conf/optimistic-locking-etags",
          FEATURES + "4/1.0/conf/features");

  /** All of them, those of filters and tiles among them. */
  public static final List<String> CLASSES =
      Stream.of(OF_FEATURES, Cql2.CONFORMANCE_CLASSES, TileConformance.CLASSES)
          .flatMap(List::stream)
          .toList();

  private Conformance() {}
}
