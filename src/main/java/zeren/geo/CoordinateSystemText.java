package zeren.geo;

import java.util.Locale;
import java.util.Optional;

/**
 * Coordinate systems as well-known text (WKT 1), as files carry them. GCJ-02 and BD-09 have none:
 * they are no systems that a geodesist would define.
 */
public final class CoordinateSystemText {

  private static final String ESRI_CGCS2000 =
      """
      GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",\
      SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]]""";

  private static final String ESRI_WGS84 =
      """
      GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],\
      PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""";

  private static final String ESRI_WEB_MERCATOR =
      """
      PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",%s,\
      PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],\
      PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],\
      PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],\
      UNIT["Meter",1.0]]"""
          .formatted(ESRI_WGS84);

  private static final String ESRI_GAUSS_KRUGER =
      """
      PROJCS["CGCS2000_3_Degree_GK_%s",%s,PROJECTION["Gauss_Kruger"],\
      PARAMETER["False_Easting",%.1f],PARAMETER["False_Northing",0.0],\
      PARAMETER["Central_Meridian",%.1f],PARAMETER["Scale_Factor",1.0],\
      PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]""";

  private static final String OGC_CGCS2000 =
      """
      GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",\
      SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],\
      AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
      UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]""";

  private static final String OGC_WGS84 =
      """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],\
      PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
      UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]""";

  private static final String OGC_WEB_MERCATOR =
      """
      PROJCS["WGS 84 / Pseudo-Mercator",%s,PROJECTION["Mercator_1SP"],\
      PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],\
      PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],\
      EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 \
      +units=m +nadgrids=@null +wktext +no_defs"],AUTHORITY["EPSG","3857"]]"""
          .formatted(OGC_WGS84);

  private static final String OGC_GAUSS_KRUGER =
      """
      PROJCS["CGCS2000 / 3-degree Gauss-Kruger %s",%s,PROJECTION["Transverse_Mercator"],\
      PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",%.0f],\
      PARAMETER["scale_factor",1],PARAMETER["false_easting",%.0f],PARAMETER["false_northing",0],\
      UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","%s"]]""";

  private CoordinateSystemText() {}

  /** As ESRI programs write it into a {@code .prj}. */
  public static Optional<String> esri(CoordinateSystem system) {
    return switch (system.code()) {
      case "EPSG:4490" -> Optional.of(ESRI_CGCS2000);
      case "EPSG:4326" -> Optional.of(ESRI_WGS84);
      case "EPSG:3857" -> Optional.of(ESRI_WEB_MERCATOR);
      default ->
          GaussKruger.find(system.code())
              .map(
                  zone ->
                      String.format(
                          Locale.ROOT,
                          ESRI_GAUSS_KRUGER,
                          zone.prefixed()
                              ? "Zone_" + zone.zone()
                              : "CM_" + (int) zone.centralMeridian() + "E",
                          ESRI_CGCS2000,
                          zone.falseEasting(),
                          zone.centralMeridian()));
    };
  }

  /** As the OGC defined it, with the codes of its authority. */
  public static Optional<String> ogc(CoordinateSystem system) {
    return switch (system.code()) {
      case "EPSG:4490" -> Optional.of(OGC_CGCS2000);
      case "EPSG:4326" -> Optional.of(OGC_WGS84);
      case "EPSG:3857" -> Optional.of(OGC_WEB_MERCATOR);
      default ->
          GaussKruger.find(system.code())
              .map(
                  zone ->
                      String.format(
                          Locale.ROOT,
                          OGC_GAUSS_KRUGER,
                          zone.prefixed()
                              ? "zone " + zone.zone()
                              : "CM " + (int) zone.centralMeridian() + "E",
                          OGC_CGCS2000,
                          zone.centralMeridian(),
                          zone.falseEasting(),
                          system.code().substring(5)));
    };
  }

  /**
   * The system that a text defines, in version 1 or 2 of the format, as ESRI or others write it; by
   * the code it carries, else by what it says. Empty when it is not supported or no such text.
   */
  public static Optional<CoordinateSystem> find(String wkt) {
    return WktNode.parse(wkt).flatMap(WktMeaning::find);
  }
}
