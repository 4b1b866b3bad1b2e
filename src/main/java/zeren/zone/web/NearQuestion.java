package zeren.zone.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import zeren.filter.FieldFilter;
import zeren.filter.Where;
import zeren.filter.Within;
import zeren.geo.LonLat;
import zeren.layer.GeometryType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Sought;
import zeren.zone.PositionParameters;
import zeren.zone.Upwind;

/** The query parameters of {@code /api/near}, understood. */
record NearQuestion(
    List<Centre> centres,
    List<Sought> sought,
    double radius,
    @Nullable Upwind upwind,
    String format,
    String language,
    int limit,
    int offset) {

  static final double LEAST_RADIUS = 1;
  static final double MOST_RADIUS = 100_000;
  static final int PAGE = 10_000;
  static final List<String> FORMATS = List.of("json", "geojson", "csv");
  private static final Set<String> OWN =
      Set.of(
          "around",
          "id",
          "lon",
          "lat",
          "crs",
          "find",
          "radius",
          "windFrom",
          "windSpread",
          "where",
          "within",
          "at",
          "format",
          "lang",
          "limit",
          "offset");

  static NearQuestion read(QueryParameters parameters, LayerCatalog catalog, Viewer viewer) {
    LocalDate day = parameters.findDate("at");
    String aroundLayer = parameters.findText("around");
    LayerView around =
        aroundLayer == null ? null : catalog.getNamedBy("around", aroundLayer, viewer, day);
    List<LayerView> found = new ArrayList<>();
    for (String id : parameters.list("find")) {
      found.add(onMap(catalog.getNamedBy("find", id, viewer, day), catalog, viewer));
    }
    allowOnlyKnown(parameters, around, found);
    if (found.isEmpty()) {
      List<String> layers = catalog.idsOnMap(viewer);
      throw ProblemException.badParameter(
          "find",
          "Parameter 'find' is missing: name one or more of " + String.join(", ", layers) + ".",
          layers);
    }
    List<Centre> centres = centres(parameters, around, catalog, viewer);
    Where.allowForOneOf(found, parameters);
    List<Sought> sought = found.stream().map(view -> sought(view, parameters)).toList();
    return new NearQuestion(
        centres,
        sought,
        parameters.findNumber("radius", LEAST_RADIUS, MOST_RADIUS, "metres").orElse(3000),
        upwind(parameters),
        parameters.choice("format", FORMATS, "json"),
        parameters.choice("lang", List.of("zh", "en"), "zh"),
        parameters.wholeNumber("limit", 1, PAGE, PAGE),
        parameters.wholeNumber("offset", 0, Integer.MAX_VALUE, 0));
  }

  private static LayerView onMap(LayerView view, LayerCatalog catalog, Viewer viewer) {
    if (view.declaration().geometry() == GeometryType.NONE) {
      List<String> layers = catalog.idsOnMap(viewer);
      throw ProblemException.badParameter(
          "find",
          "Parameter 'find' names the table '%s', whose rows have no place. Layers on the map: %s."
              .formatted(view.declaration().id(), String.join(", ", layers)),
          layers);
    }
    return view;
  }

  private static Sought sought(LayerView view, QueryParameters parameters) {
    return new Sought(
        view,
        FieldFilter.compile(view, parameters, prefix(view), OWN)
            .and(Where.compile(view, parameters))
            .and(Within.meets(view, parameters.findText("within"))));
  }

  private static void allowOnlyKnown(
      QueryParameters parameters, @Nullable LayerView around, List<LayerView> found) {
    List<String> known = new ArrayList<>(OWN.stream().sorted().toList());
    if (around != null) {
      known.addAll(FieldFilter.parameterNames(around, ""));
    }
    found.forEach(view -> known.addAll(FieldFilter.parameterNames(view, prefix(view))));
    parameters.allowOnly(known);
  }

  private static String prefix(LayerView view) {
    return view.declaration().id() + ".";
  }

  private static List<Centre> centres(
      QueryParameters parameters, @Nullable LayerView around, LayerCatalog catalog, Viewer viewer) {
    Optional<LonLat> position = PositionParameters.find(parameters);
    if (around == null) {
      if (parameters.has("id")) {
        throw ProblemException.badParameter(
            "around", "Parameter 'id' needs 'around', the layer of the feature.");
      }
      LonLat at =
          position.orElseThrow(
              () ->
                  ProblemException.badParameter(
                      "around",
                      "Say around what: 'around' with a layer, or a place by 'lon' and 'lat'."));
      return List.of(new Centre(null, null, null, at));
    }
    if (position.isPresent()) {
      throw ProblemException.badParameter(
          "around", "Give either 'around' or a place by 'lon' and 'lat', not both.");
    }
    if (around.declaration().geometry() != GeometryType.POINT) {
      List<String> layers =
          catalog.list(viewer).stream()
              .filter(layer -> layer.geometry() == GeometryType.POINT)
              .map(LayerDeclaration::id)
              .toList();
      throw ProblemException.badParameter(
          "around",
          "Parameter 'around' must name a layer of points: " + String.join(", ", layers) + ".",
          layers);
    }
    return rows(parameters, around).stream().map(row -> centre(around, row)).toList();
  }

  private static List<Integer> rows(QueryParameters parameters, LayerView around) {
    IntPredicate keep = FieldFilter.compile(around, parameters, "", OWN);
    List<Integer> rows = new ArrayList<>();
    if (parameters.has("id")) {
      for (String id : parameters.list("id")) {
        OptionalInt row = around.findRow(id);
        if (row.isEmpty()) {
          throw ProblemException.badParameter(
              "id", "Layer '%s' has no feature '%s'.".formatted(around.declaration().id(), id));
        }
        if (keep.test(row.getAsInt())) {
          rows.add(row.getAsInt());
        }
      }
    } else {
      for (int row = 0; row < around.size(); row++) {
        if (keep.test(row)) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static Centre centre(LayerView around, int row) {
    return new Centre(
        around.declaration().id(),
        around.id(row),
        around.name(row),
        new LonLat(around.lon(row), around.lat(row)));
  }

  private static @Nullable Upwind upwind(QueryParameters parameters) {
    OptionalDouble from = parameters.findNumber("windFrom", 0, 360, "degrees");
    OptionalDouble spread = parameters.findNumber("windSpread", 0, 180, "degrees");
    if (from.isEmpty()) {
      if (spread.isPresent()) {
        throw ProblemException.badParameter(
            "windFrom", "Parameter 'windSpread' needs 'windFrom', the direction of the wind.");
      }
      return null;
    }
    return new Upwind(from.getAsDouble(), spread.orElse(45));
  }
}
