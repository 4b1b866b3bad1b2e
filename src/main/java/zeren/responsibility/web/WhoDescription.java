package zeren.responsibility.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.CRS;
import static zeren.openapi.Parameter.query;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.GeoJsonSchema;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;
import zeren.responsibility.Topic;

/** Who is responsible, and what a change would move. */
@Component
@Order(1)
class WhoDescription implements ApiDescription {

  private static final Schema TOPICS =
      Schema.words(
          Stream.concat(Stream.of(Topic.ALL), Arrays.stream(Topic.values()).map(Topic::code))
              .toList());

  static final Parameter TOPIC =
      query("topic", TOPICS.otherwise(Topic.ALL), "What the responsibility is for.");

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("责任", "Responsibility");
    section
        .get("/api/who", "谁负责", "Who is responsible for a place or an object")
        .says("Say for what: a place by lon and lat, or an object by feature.")
        .takes(
            query("lon", Schema.number(), "Longitude in degrees, or the easting in metres."),
            query("lat", Schema.number(), "Latitude in degrees, or the northing in metres."),
            CRS,
            query(
                "accuracy_m",
                Schema.number(0, WhoQuestion.WORST_ACCURACY_METRES),
                "How far off the place may be, in metres."),
            query("feature", Schema.text(), "A layer and an id with a slash between them."),
            TOPIC,
            AT)
        .answers(WhoBody.class)
        .refuses(404, "The feature is not there, or not for the caller.");
    section
        .post("/api/who", "批量查询谁负责", "Who is responsible for many places, in their order")
        .says("It changes nothing and is open to everybody.")
        .asks("application/json", places())
        .answers(WhoController.Results.class)
        .refuses(404, "A feature is not there, or not for the caller.");
    section
        .post(
            "/api/responsibility/preview",
            "变更预览",
            "What a change would move, before it is recorded")
        .says(
            "Either a layer with features to record and ids to remove, or the id of a checked import.")
        .forEditors()
        .asks("application/json", change())
        .answers(PreviewBody.class)
        .refuses(404, "The layer or the import is not there.")
        .refuses(409, "The import is not checked.")
        .refuses(422, "The import is too large to be looked at.");
  }

  private static Schema places() {
    Map<String, Schema> place = new LinkedHashMap<>();
    place.put("lon", Schema.number());
    place.put("lat", Schema.number());
    place.put("accuracy_m", Schema.number(0, WhoQuestion.WORST_ACCURACY_METRES));
    place.put("feature", Schema.text());
    Map<String, Schema> batch = new LinkedHashMap<>();
    batch.put(
        "places",
        Schema.list(Schema.object(place, List.of()))
            .with("minItems", 1)
            .with("maxItems", WhoQuestion.MOST_PLACES));
    batch.put("topic", TOPICS);
    batch.put("at", Schema.day());
    batch.put("crs", CRS.schema());
    return Schema.object(batch, List.of("places"));
  }

  private static Schema change() {
    Map<String, Schema> change = new LinkedHashMap<>();
    change.put("layer", Schema.text());
    change.put(
        "features",
        Schema.list(GeoJsonSchema.featureToRecord())
            .with("maxItems", PreviewController.MOST_FEATURES));
    change.put("removed", Schema.list(Schema.text()));
    change.put("at", Schema.day());
    change.put("crs", CRS.schema());
    change.put("import", Schema.text());
    return Schema.object(change, List.of());
  }
}
