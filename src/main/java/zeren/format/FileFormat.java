package zeren.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** A file format that Zeren reads and writes. */
public enum FileFormat {
  @JsonProperty("csv")
  CSV("csv", "csv", "text/csv;charset=UTF-8"),
  @JsonProperty("xlsx")
  XLSX("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  @JsonProperty("geojson")
  GEOJSON("geojson", "geojson", "application/geo+json"),
  /** Newline-delimited GeoJSON, one feature a line. */
  @JsonProperty("geojsonl")
  GEOJSONL("geojsonl", "geojsonl", "application/x-ndjson"),
  /** A zipped Shapefile. */
  @JsonProperty("shp")
  SHAPEFILE("shp", "shp.zip", "application/zip"),
  @JsonProperty("gpkg")
  GEOPACKAGE("gpkg", "gpkg", "application/geopackage+sqlite3"),
  /** KML, or KMZ when it is read. */
  @JsonProperty("kml")
  KML("kml", "kml", "application/vnd.google-earth.kml+xml");

  private final String parameter;
  private final String extension;
  private final String mediaType;

  FileFormat(String parameter, String extension, String mediaType) {
    this.parameter = parameter;
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** The word for it in a parameter {@code format}. */
  public String parameter() {
    return parameter;
  }

  /** How the name of such a file ends, without the dot. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<FileFormat> find(String parameter) {
    return Arrays.stream(values()).filter(one -> one.parameter.equals(parameter)).findFirst();
  }
}
