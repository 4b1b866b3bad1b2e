package zeren.ogc.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zeren.filter.BoundingBox;
import zeren.filter.FieldFilter;
import zeren.filter.TextSearch;
import zeren.filter.Where;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** Reads which features of a collection are asked for. */
@Component
class ItemsQuestion {

  /** The parameters that are no fields. */
  static final Set<String> OWN =
      Set.of(
          "limit",
          ItemsPage.OFFSET,
          ItemsPage.AFTER,
          ItemsPage.BEFORE,
          "bbox",
          "bbox-crs",
          "crs",
          "datetime",
          "at",
          "where",
          "q",
          "f",
          "lang");

  private final LayerCatalog catalog;
  private final Clock clock;

  ItemsQuestion(LayerCatalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * @param days of the features
   * @param page the features of the page asked for
   * @param system to write geometries in
   */
  record Asked(Days days, OrderedFeatures features, ItemsPage page, Systems.Named system) {}

  /**
   * @throws zeren.problem.ProblemException 404 when there is no such layer, 400 when a parameter
   *     cannot be used
   */
  Asked read(String layer, Viewer viewer, QueryParameters parameters) {
    catalog.getDeclaration(layer, viewer);
    Days days = Days.of(parameters, clock);
    List<LayerView> views = catalog.getOver(layer, viewer, days.first(), days.last());
    List<String> known = new ArrayList<>(new TreeSet<>(OWN));
    known.addAll(FieldFilter.parameterNames(views.get(0), ""));
    parameters.allowOnly(known);
    Systems.Named system = Systems.parseForAnswer("crs", parameters.findText("crs"), views);
    OrderedFeatures features = new OrderedFeatures(views);
    IntPredicate keep =
        features.keeping(views.stream().map(view -> filter(view, parameters)).toList());
    return new Asked(days, features, ItemsPage.of(features, keep, parameters), system);
  }

  private static IntPredicate filter(LayerView view, QueryParameters parameters) {
    return FieldFilter.compile(view, parameters, "", OWN)
        .and(Where.compile(view, parameters))
        .and(BoundingBox.meets(view, box(parameters)))
        .and(TextSearch.matches(view, parameters.findText("q")));
  }

  private static @Nullable String box(QueryParameters parameters) {
    Systems.parse("bbox-crs", parameters.findText("bbox-crs"));
    return parameters.findText("bbox");
  }
}
