package zeren.zone.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zeren.layer.GeoJsonFeature;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Find;
import zeren.zone.web.NearPage.Part;

/**
 * The bodies that {@code /api/near} answers with. Distances are rounded to millimetres, bearings to
 * 0.01 degrees.
 */
final class NearBody {

  private NearBody() {}

  /**
   * What {@link NearAnswer} writes.
   *
   * @param total finds on all pages
   * @param referred what the finds on this page refer to, each once
   * @param next address of the next page; null on the last one
   */
  record Answer(
      double radius,
      long total,
      List<GroupBody> groups,
      List<ReferredBody> referred,
      @Nullable String next) {}

  /**
   * @param count finds of this group on all pages
   */
  record GroupBody(CentreBody around, int count, List<FindBody> found) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CentreBody(
      @Nullable String layer, @Nullable String id, @Nullable String name, double lon, double lat) {}

  record FindBody(
      String layer,
      String id,
      String name,
      double distance,
      double bearing,
      double lon,
      double lat,
      Map<String, Object> properties) {}

  /** What a feature is called whose id is a value of a find. */
  record ReferredBody(String layer, String id, String name) {}

  record Collection(
      String type,
      List<GeoJsonFeature> features,
      long numberMatched,
      long numberReturned,
      @Nullable String next) {}

  static Collection toGeoJson(NearPage page, @Nullable String next) {
    List<GeoJsonFeature> features = new ArrayList<>();
    for (Part group : page.groups()) {
      for (Find find : group.found()) {
        features.add(toFeature(group.around(), find));
      }
    }
    return new Collection("FeatureCollection", features, page.total(), features.size(), next);
  }

  private static GeoJsonFeature toFeature(Centre around, Find find) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("layer", find.view().declaration().id());
    if (around.id() != null) {
      properties.put("around_layer", String.valueOf(around.layer()));
      properties.put("around_id", around.id());
      properties.put("around_name", String.valueOf(around.name()));
    }
    properties.put("distance", millimetres(find.distance()));
    properties.put("bearing", hundredths(find.bearing()));
    properties.putAll(find.view().properties(find.row()));
    return new GeoJsonFeature(
        find.view().id(find.row()), find.view().geometry(find.row()), properties);
  }

  static double millimetres(double metres) {
    return Math.round(metres * 1e3) / 1e3;
  }

  static double hundredths(double degrees) {
    return Math.round(degrees * 1e2) / 1e2;
  }

  /** 1e-9 degrees are a tenth of a millimetre, as in GeoJSON. */
  static double nanodegrees(double degrees) {
    return Math.round(degrees * 1e9) / 1e9;
  }
}
