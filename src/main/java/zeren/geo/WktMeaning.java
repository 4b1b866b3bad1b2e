package zeren.geo;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which of our systems a definition means. Where a definition says anything that is none of ours,
 * such as another ellipsoid, unit or scale, it means none of them, whatever it is called.
 */
final class WktMeaning {

  private static final double DEGREE = Math.PI / 180;

  private WktMeaning() {}

  static Optional<CoordinateSystem> find(WktNode root) {
    Optional<CoordinateSystem> byCode = byCode(root);
    if (byCode.isPresent()) {
      return byCode;
    }
    return switch (root.keyword()) {
      case "GEOGCS", "GEOGCRS", "GEODCRS", "GEODETICCRS", "GEOGRAPHICCRS" -> geographic(root);
      case "PROJCS", "PROJCRS", "PROJECTEDCRS" -> projected(root);
      // A plane system with heights, or bound to another datum: what its first part says.
      case "COMPD_CS", "COMPOUNDCRS", "BOUNDCRS", "SOURCECRS" ->
          root.children().stream().findFirst().flatMap(WktMeaning::find);
      default -> Optional.empty();
    };
  }

  private static Optional<CoordinateSystem> byCode(WktNode node) {
    return node.child("AUTHORITY", "ID")
        .filter(id -> id.words().size() >= 2 && id.name().equalsIgnoreCase("EPSG"))
        .flatMap(id -> supported("EPSG:" + id.words().get(1)));
  }

  private static Optional<CoordinateSystem> supported(String code) {
    return CoordinateSystem.supported().contains(code)
        ? Optional.of(CoordinateSystem.parse(code))
        : Optional.empty();
  }

  private static Optional<CoordinateSystem> geographic(WktNode node) {
    if (!isGreenwich(node) || !hasUnit(node, DEGREE, 1e-9)) {
      return Optional.empty();
    }
    String datum = node.child("DATUM", "ENSEMBLE").map(child -> plain(child.name())).orElse("none");
    if (datum.matches("d?(china2000|chinageodeticcoordinatesystem2000|cgcs2000)")) {
      return supported("EPSG:4490");
    }
    return datum.matches("d?(wgs1984|wgs84|worldgeodeticsystem1984.*)")
        ? supported("EPSG:4326")
        : Optional.empty();
  }

  private static boolean isGreenwich(WktNode node) {
    return node.child("PRIMEM").map(prime -> number(prime, 1).orElse(1) == 0).orElse(true);
  }

  private static boolean hasUnit(WktNode node, double size, double tolerance) {
    return node.child("UNIT", "ANGLEUNIT", "LENGTHUNIT")
        .map(unit -> Math.abs(number(unit, 1).orElse(0) - size) <= tolerance)
        // In version 2 units may stand at the axes.
        .orElseGet(
            () ->
                node.child("AXIS")
                    .map(axis -> axis.child("ANGLEUNIT", "LENGTHUNIT").isPresent())
                    .orElse(false));
  }

  private static Optional<CoordinateSystem> projected(WktNode node) {
    Optional<CoordinateSystem> base =
        node.child("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS").flatMap(WktMeaning::base);
    if (base.isEmpty() || !hasUnit(node, 1, 1e-9)) {
      return Optional.empty();
    }
    WktNode conversion = node.child("CONVERSION").orElse(node);
    String method =
        conversion.child("PROJECTION", "METHOD").map(child -> plain(child.name())).orElse("");
    if (base.get().code().equals("EPSG:4326")) {
      return isWebMercator(node, conversion, method) ? supported("EPSG:3857") : Optional.empty();
    }
    return method.matches("gausskruger|transversemercator")
        ? gaussKruger(conversion)
        : Optional.empty();
  }

  /** The base of a projected system has its unit left out in version 2. */
  private static Optional<CoordinateSystem> base(WktNode node) {
    if (byCode(node).isPresent()) {
      return byCode(node);
    }
    WktNode withUnit = new WktNode("GEOGCS", node.words(), new ArrayList<>(node.children()));
    if (node.child("UNIT", "ANGLEUNIT").isEmpty()) {
      WktNode.parse("UNIT[\"degree\"," + DEGREE + "]").ifPresent(withUnit.children()::add);
    }
    return geographic(withUnit);
  }

  private static boolean isWebMercator(WktNode node, WktNode conversion, String method) {
    boolean named =
        method.matches("mercatorauxiliarysphere|popularvisualisationpseudomercator")
            || plain(node.name()).matches("wgs84pseudomercator|wgs1984webmercator.*");
    return named
        && parameter(conversion, "centralmeridian", "longitudeofnaturalorigin") == 0
        && parameter(conversion, "falseeasting") == 0
        && parameter(conversion, "falsenorthing") == 0;
  }

  private static Optional<CoordinateSystem> gaussKruger(WktNode conversion) {
    double meridian = parameter(conversion, "centralmeridian", "longitudeofnaturalorigin");
    double easting = parameter(conversion, "falseeasting");
    boolean plain =
        parameter(conversion, "falsenorthing") == 0
            && parameter(conversion, "latitudeoforigin", "latitudeofnaturalorigin") == 0
            && parameter(conversion, "scalefactor", "scalefactoratnaturalorigin") == 1;
    return GaussKruger.zones().stream()
        .filter(zone -> plain)
        .filter(zone -> zone.centralMeridian() == meridian && zone.falseEasting() == easting)
        .findFirst()
        .flatMap(zone -> supported(zone.code()));
  }

  /** The value of a parameter under one of its names; 0 when it is left out, 1 for a scale. */
  private static double parameter(WktNode conversion, String... names) {
    for (WktNode child : conversion.children()) {
      if (child.keyword().equals("PARAMETER")) {
        for (String name : names) {
          if (plain(child.name()).equals(name)) {
            return number(child, 1).orElse(Double.NaN);
          }
        }
      }
    }
    return names[0].equals("scalefactor") ? 1 : 0;
  }

  private static OptionalDouble number(WktNode node, int position) {
    try {
      return node.words().size() > position
          ? OptionalDouble.of(Double.parseDouble(node.words().get(position)))
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Names are written with blanks, underscores, hyphens and in any case. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("krüger", "kruger").replaceAll("[^a-z0-9]", "");
  }
}
