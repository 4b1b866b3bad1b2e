package zeren.layer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.Drawing;
import zeren.layer.GeometryType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Title;
import zeren.layer.Viewer;
import zeren.layer.Visibility;
import zeren.layer.ZoneRule;
import zeren.problem.QueryParameters;

@RestController
@RequestMapping("/api/layers")
class LayerController {

  static final int CHANGES = 20;
  static final int MOST_CHANGES = 1_000;

  private final LayerCatalog catalog;

  LayerController(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping
  LayerList list(Viewer viewer, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return new LayerList(
        catalog.views(viewer).stream()
            .map(view -> LayerBody.of(view, viewer.mayEdit(view.declaration())))
            .toList());
  }

  /** What was recorded in a layer last: when, by whom, how. */
  @GetMapping("/{layer}/changes")
  ChangeList changes(@PathVariable String layer, Viewer viewer, HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("limit"));
    int limit = parameters.wholeNumber("limit", 1, MOST_CHANGES, CHANGES);
    return new ChangeList(
        catalog.findChanges(layer, viewer, limit).stream().map(HistoryBody.Change::of).toList());
  }

  record ChangeList(List<HistoryBody.@Nullable Change> changes) {}

  record LayerList(List<LayerBody> layers) {}

  /**
   * @param synthetic how many of the features are marked as synthetic
   * @param onRecord which field names the district, cell or department on record; null for none
   * @param duty the role that its features stand for; null when they stand for none
   * @param mayEdit whether whoever asks may change its features, where the account's scope reaches
   * @param zone which features have a zone; null when none have, or it hangs on what is not shown
   * @param extent west, south, east, north in degrees; null when the layer is empty
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record LayerBody(
      String id,
      Title title,
      GeometryType geometry,
      Visibility visibility,
      int count,
      int synthetic,
      long version,
      double @Nullable [] extent,
      List<LayerField> fields,
      @Nullable Map<String, String> onRecord,
      @Nullable String duty,
      boolean mayEdit,
      @Nullable ZoneRule zone,
      Drawing drawing) {

    static LayerBody of(LayerView view, boolean mayEdit) {
      LayerDeclaration layer = view.declaration();
      Envelope box = view.extent();
      return new LayerBody(
          layer.id(),
          layer.title(),
          layer.geometry(),
          layer.visibility(),
          view.size(),
          view.count("synthetic", true),
          view.version(),
          box.isNull()
              ? null
              : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
          view.fields(),
          onRecord(view),
          layer.duty() == null ? null : layer.duty().role(),
          mayEdit,
          zone(view),
          layer.drawing());
    }

    private static @Nullable ZoneRule zone(LayerView view) {
      ZoneRule zone = view.declaration().zone();
      boolean shown =
          zone != null
              && (zone.field() == null
                  || view.fields().stream().anyMatch(f -> f.name().equals(zone.field())));
      return shown ? zone : null;
    }

    private static @Nullable Map<String, String> onRecord(LayerView view) {
      Map<String, String> fields = view.declaration().onRecord();
      if (fields == null) {
        return null;
      }
      Map<String, String> seen = new TreeMap<>(fields);
      seen.values().removeIf(name -> view.fields().stream().noneMatch(f -> f.name().equals(name)));
      return seen;
    }
  }
}
