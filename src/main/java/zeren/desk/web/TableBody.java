package zeren.desk.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import zeren.desk.TableFile;
import zeren.desk.TableLine;
import zeren.geo.LonLat;
import zeren.layer.FeatureNames;
import zeren.layer.GeometryType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;

/**
 * A table as somebody sees it.
 *
 * @param columns names in their order: fields of layers on the map, or one of around, layer, id,
 *     distance, bearing, ring, lon, lat
 * @param layers that the table can be of, whether or not they have rows in it: the headings of
 *     their fields are those of the columns; the layers of the rows when left out
 * @param centres what was searched round
 * @param radii the rings round the centres, in metres
 * @param rows in their order
 */
record TableBody(
    @Nullable List<@Nullable String> columns,
    @Nullable List<@Nullable String> layers,
    @Nullable List<@Nullable Middle> centres,
    @Nullable List<@Nullable Double> radii,
    @Nullable List<@Nullable Line> rows) {

  static final int MOST = 50_000;

  /** A feature of a layer of points, or a bare place. */
  record Middle(
      @Nullable String layer, @Nullable String id, @Nullable Double lon, @Nullable Double lat) {}

  /**
   * @param centre which of the centres it was found near, counted from 0
   */
  record Line(@Nullable String layer, @Nullable String id, @Nullable Integer centre) {}

  TableFile read(LayerCatalog catalog, Viewer viewer, @Nullable LocalDate day, String language) {
    Map<String, LayerView> views = new LinkedHashMap<>();
    List<TableLine.Centre> middles = new ArrayList<>();
    for (Middle middle : orEmpty(centres)) {
      middles.add(centre(middle, catalog, viewer, day));
    }
    double[] rings =
        orEmpty(radii).stream().mapToDouble(one -> one == null ? 0 : one).sorted().toArray();
    List<@Nullable Line> asked = orEmpty(rows);
    if (asked.isEmpty() || asked.size() > MOST) {
      throw bad("rows", "'rows' must be from 1 to " + MOST);
    }
    List<TableLine> lines = new ArrayList<>();
    for (Line line : asked) {
      if (line == null || line.layer() == null || line.id() == null) {
        throw bad("rows", "each of 'rows' must have a 'layer' and an 'id'");
      }
      LayerView view = views.get(line.layer());
      if (view == null) {
        view = onMap("rows", catalog.getNamedBy("layer", line.layer(), viewer, day));
        views.put(line.layer(), view);
      }
      OptionalInt row = view.findRow(line.id());
      if (row.isEmpty()) {
        throw bad("rows", "layer '%s' has no feature '%s'".formatted(line.layer(), line.id()));
      }
      lines.add(TableLine.of(view, row.getAsInt(), middle(line, middles), rings));
    }
    return new TableFile(
        language,
        new TableColumns(possible(views, catalog, viewer, day), catalog, viewer, day)
            .named(orEmpty(columns)),
        lines,
        new FeatureNames(catalog, viewer, day));
  }

  private Collection<LayerView> possible(
      Map<String, LayerView> ofRows, LayerCatalog catalog, Viewer viewer, @Nullable LocalDate day) {
    List<LayerView> named = new ArrayList<>();
    for (String layer : orEmpty(layers).stream().distinct().toList()) {
      named.add(onMap("layers", catalog.getNamedBy("layers", String.valueOf(layer), viewer, day)));
    }
    return named.isEmpty() ? ofRows.values() : named;
  }

  private static LayerView onMap(String field, LayerView view) {
    if (view.declaration().geometry() == GeometryType.NONE) {
      throw bad(
          field, "'%s' is a table, whose rows have no place".formatted(view.declaration().id()));
    }
    return view;
  }

  private static TableLine.Centre centre(
      @Nullable Middle middle, LayerCatalog catalog, Viewer viewer, @Nullable LocalDate day) {
    if (middle != null && middle.layer() != null && middle.id() != null) {
      LayerView view = catalog.getNamedBy("layer", middle.layer(), viewer, day);
      OptionalInt row = view.findRow(middle.id());
      if (row.isPresent() && view.declaration().geometry() == GeometryType.POINT) {
        int found = row.getAsInt();
        return new TableLine.Centre(view.name(found), new LonLat(view.lon(found), view.lat(found)));
      }
    } else if (middle != null && middle.lon() != null && middle.lat() != null) {
      double lon = middle.lon();
      double lat = middle.lat();
      if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
        return new TableLine.Centre(null, new LonLat(lon, lat));
      }
    }
    throw bad("centres", "each of 'centres' must be a point: 'layer' and 'id', or 'lon' and 'lat'");
  }

  private static TableLine.@Nullable Centre middle(Line line, List<TableLine.Centre> centres) {
    Integer at = line.centre();
    if (at == null) {
      return null;
    }
    if (at < 0 || at >= centres.size()) {
      throw bad("rows", "there is no centre " + at);
    }
    return centres.get(at);
  }

  private static <T extends @Nullable Object> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  static ProblemException bad(String field, String reason) {
    return new ProblemException(
            HttpStatus.BAD_REQUEST, "bad-table", "The table cannot be written", reason + ".")
        .with("field", field);
  }
}
