package zeren.zone.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.CRS;
import static zeren.openapi.Parameter.LANG;
import static zeren.openapi.Parameter.OFFSET;
import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.layer.GeoJsonFeature;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.GeoJsonSchema;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** What lies near something, and zones round points. */
@Component
@Order(2)
class ZoneDescription implements ApiDescription {

  private static final Parameter RADIUS =
      query(
          "radius",
          Schema.number(NearQuestion.LEAST_RADIUS, NearQuestion.MOST_RADIUS).otherwise(3000),
          "Metres on the ellipsoid.");

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("周边与管控圈", "Near and zones");
    section
        .get("/api/near", "周边有什么", "What lies near")
        .says(
            "Either round the features of a layer of points (around, with id or filters), or round one place (lon"
                + " and lat). Found features are sorted by geodesic distance; CSV has all pages at once.")
        .takes(
            query("find", Schema.list(Schema.text()), "Ids of the layers to look in.").must(),
            query("around", Schema.text(), "Id of the layer whose features are the centres."),
            query(
                "id",
                Schema.list(Schema.text()),
                "Ids of features of that layer; all when left out."),
            query(
                "lon",
                Schema.number(),
                "Longitude of the place in degrees, or its easting in metres."),
            query(
                "lat",
                Schema.number(),
                "Latitude of the place in degrees, or its northing in metres."),
            CRS,
            RADIUS,
            query(
                "windFrom",
                Schema.number(0, 360),
                "Direction the wind blows from, in degrees: only what lies upwind."),
            query(
                "windSpread",
                Schema.number(0, 180).otherwise(45),
                "Degrees to both sides of windFrom that count as upwind."),
            query("where", Schema.text(), "Filter on the layer looked in, as CQL2 text."),
            query(
                "within",
                Schema.text(),
                "Only what meets this area: a polygon as WKT, longitudes before latitudes."),
            AT,
            query(
                "format",
                Schema.words(NearQuestion.FORMATS).otherwise("json"),
                "What is answered."),
            LANG,
            Parameter.limit(NearQuestion.PAGE, NearQuestion.PAGE),
            OFFSET,
            Parameter.fields(
                "the layer of the centres; with the layer's id and a dot before them, of the layers looked in"))
        .answers(NearBody.Answer.class)
        .answers(GeoJsonSchema.MEDIA_TYPE, NearBody.Collection.class)
        .answers("text/csv", Schema.text());
    section
        .get("/api/zones/{layer}/{id}", "管控圈", "The zone round a point, as a polygon")
        .takes(
            Parameter.path("layer", "Id of a layer of points."),
            Parameter.path("id", "Id of a feature, percent-encoded."),
            RADIUS,
            AT)
        .answers(GeoJsonFeature.class);
    section
        .get("/api/zones", "任意位置的管控圈", "The zone round a place, as a polygon")
        .takes(
            query("lon", Schema.number(), "Longitude in degrees, or easting in metres.").must(),
            query("lat", Schema.number(), "Latitude in degrees, or northing in metres.").must(),
            CRS,
            RADIUS)
        .answers(GeoJsonFeature.class);
  }
}
