package zeren.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import zeren.geo.CoordinateSystem;
import zeren.geo.LonLat;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.responsibility.Place;
import zeren.responsibility.ResponsibilityMap;
import zeren.responsibility.Topic;
import zeren.zone.PositionParameters;

/** Reads what {@code /api/who} is asked, from an address or a body. */
@Component
class WhoQuestion {

  static final int MOST_PLACES = 10_000;
  private static final int MOST_BYTES = 5_000_000;
  static final double WORST_ACCURACY_METRES = 10_000;
  private static final List<String> PARAMETERS =
      List.of("lon", "lat", "crs", "accuracy_m", "feature", "topic", "at");
  private static final Set<String> MEMBERS = Set.of("places", "topic", "at", "crs");
  private static final Set<String> PLACE_MEMBERS = Set.of("lon", "lat", "accuracy_m", "feature");

  private final LayerCatalog catalog;
  private final JsonQuestion json;

  WhoQuestion(LayerCatalog catalog, JsonQuestion json) {
    this.catalog = catalog;
    this.json = json;
  }

  /**
   * Many places.
   *
   * @param at null means today
   * @param topic null means all
   */
  record Batch(
      List<JsonNode> places, @Nullable LocalDate at, @Nullable Topic topic, CoordinateSystem crs) {}

  /** Null for all topics. */
  static @Nullable Topic topic(@Nullable String code) {
    List<String> allowed =
        Stream.concat(Stream.of(Topic.ALL), Arrays.stream(Topic.values()).map(Topic::code))
            .toList();
    String topic =
        new QueryParameters(code == null ? Map.of() : Map.of("topic", new String[] {code}))
            .choice("topic", allowed, Topic.ALL);
    return Topic.find(topic).orElse(null);
  }

  Place place(QueryParameters parameters, ResponsibilityMap map, Viewer viewer, LocalDate day) {
    parameters.allowOnly(PARAMETERS);
    Optional<LonLat> position = PositionParameters.find(parameters);
    String feature = parameters.findText("feature");
    double accuracy =
        parameters
            .findNumber("accuracy_m", 0, WORST_ACCURACY_METRES, "metres")
            .orElse(Place.USUAL_ACCURACY_METRES);
    if (feature == null) {
      return position
          .map(at -> Place.at(at.lon(), at.lat(), accuracy))
          .orElseThrow(
              () ->
                  ProblemException.badParameter(
                      "lon",
                      "Say for what: a place by 'lon' and 'lat', or an object by 'feature'."));
    }
    if (position.isPresent() || parameters.has("accuracy_m")) {
      throw ProblemException.badParameter(
          "feature", "Give either 'feature' or a place by 'lon' and 'lat', not both.");
    }
    return object(feature, map, viewer, day);
  }

  /**
   * @param feature layer and id, separated by a slash
   */
  private Place object(String feature, ResponsibilityMap map, Viewer viewer, LocalDate day) {
    int slash = feature.indexOf('/');
    if (slash <= 0 || slash == feature.length() - 1) {
      throw ProblemException.badParameter(
          "feature",
          "Parameter 'feature' is '%s'; it must be a layer and an id, such as site/ZZ-S04."
              .formatted(feature));
    }
    String layer = feature.substring(0, slash);
    String id = feature.substring(slash + 1);
    boolean visible = catalog.getNamedBy("feature", layer, viewer, day).findRow(id).isPresent();
    return Optional.of(id)
        .filter(known -> visible)
        .flatMap(known -> map.findObject(layer, known))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "Layer '%s' has no feature '%s' with a place on %s."
                        .formatted(layer, id, day)));
  }

  Batch batch(HttpServletRequest request) throws IOException {
    JsonNode body = json.read(request, MOST_BYTES, MEMBERS);
    JsonNode places = body.path("places");
    if (!places.isArray() || places.isEmpty()) {
      throw JsonQuestion.bad(
          "'places' must be a list of places, each with 'lon' and 'lat' or 'feature'");
    }
    if (places.size() > MOST_PLACES) {
      throw JsonQuestion.bad(
          "'places' has %d entries; at most %d are answered at once"
              .formatted(places.size(), MOST_PLACES));
    }
    return new Batch(
        List.copyOf(places.values()),
        JsonQuestion.day(body.path("at")),
        topic(JsonQuestion.text(body.path("topic"))),
        PositionParameters.crs(JsonQuestion.text(body.path("crs"))));
  }

  List<Place> places(Batch batch, ResponsibilityMap map, Viewer viewer, LocalDate day) {
    List<Place> places = new ArrayList<>(batch.places().size());
    for (int i = 0; i < batch.places().size(); i++) {
      try {
        places.add(place(batch.places().get(i), batch.crs(), map, viewer, day));
      } catch (ProblemException e) {
        throw e.in("places[" + i + "]: ");
      }
    }
    return places;
  }

  private Place place(
      JsonNode node, CoordinateSystem crs, ResponsibilityMap map, Viewer viewer, LocalDate day) {
    if (!node.isObject()) {
      throw JsonQuestion.bad("a place must be an object with 'lon' and 'lat', or 'feature'");
    }
    JsonQuestion.allowOnly(node, PLACE_MEMBERS);
    Map<String, String[]> values = new LinkedHashMap<>();
    for (String member : PLACE_MEMBERS) {
      JsonNode value = node.path(member);
      if (!value.isMissingNode() && !value.isNull()) {
        values.put(member, new String[] {value.asString("")});
      }
    }
    if (values.containsKey("lon") || values.containsKey("lat")) {
      values.put("crs", new String[] {crs.code()});
    }
    return place(new QueryParameters(values), map, viewer, day);
  }
}
