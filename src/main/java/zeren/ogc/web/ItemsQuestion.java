package zeren.ogc.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.springframework.stereotype.Component;
import zeren.filter.BoundingBox;
import zeren.filter.Cql2;
import zeren.filter.TextSearch;
import zeren.filter.Where;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** Reads which features of a collection are asked for. */
@Component
class ItemsQuestion {

  static final String FILTER = "filter";
  static final String FILTER_LANG = "filter-lang";
  static final String FILTER_CRS = "filter-crs";
  private static final String TEXT = "cql2-text";
  static final List<String> LANGUAGES = List.of(TEXT, "cql2-json");

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
          FILTER,
          FILTER_LANG,
          FILTER_CRS,
          QueryableFilter.ID,
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
    known.addAll(QueryableFilter.names(views.get(0)));
    parameters.allowOnly(known);
    Systems.Named system = Systems.parseForAnswer("crs", parameters.findText("crs"), views);
    OrderedFeatures features = new OrderedFeatures(views);
    IntPredicate keep =
        features.keeping(
            views.stream().map(view -> view.select(filter(view, parameters))).toList());
    return new Asked(days, features, ItemsPage.of(features, keep, parameters), system);
  }

  /** The rows that pass all filters. */
  private static IntPredicate filter(LayerView view, QueryParameters parameters) {
    return QueryableFilter.compile(view, parameters, OWN)
        .and(Where.compile(view, parameters))
        .and(cql2(view, parameters))
        .and(
            BoundingBox.meets(
                view,
                parameters.findText("bbox"),
                Systems.parse("bbox-crs", parameters.findText("bbox-crs")).system()))
        .and(TextSearch.matches(view, parameters.findText("q")));
  }

  private static IntPredicate cql2(LayerView view, QueryParameters parameters) {
    String language = parameters.choice(FILTER_LANG, LANGUAGES, TEXT);
    CoordinateSystem system = Systems.parse(FILTER_CRS, parameters.findText(FILTER_CRS)).system();
    String filter = parameters.findText(FILTER);
    if (filter == null) {
      return row -> true;
    }
    return language.equals(TEXT)
        ? Cql2.text(view, FILTER, filter, system)
        : Cql2.json(view, FILTER, filter, system);
  }
}
