package zeren.my;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Service;
import zeren.layer.Duty;
import zeren.layer.FeatureNames;
import zeren.layer.GeoJsonFeature;
import zeren.layer.GeometryType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Scope;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.responsibility.FeatureRef;
import zeren.responsibility.Finding;
import zeren.responsibility.Findings;

/** Puts together what lies in the area of an account, and what is to be done there. */
@Service
public class OwnArea {

  /** A phone keeps and draws as many. */
  static final int MOST = 2_000;

  private static final String CELLS = "grid_cell";
  private static final String DISTRICTS = "district";

  private final LayerCatalog catalog;
  private final Findings findings;
  private final Clock clock;

  OwnArea(LayerCatalog catalog, Findings findings, Clock clock) {
    this.catalog = catalog;
    this.findings = findings;
    this.clock = clock;
  }

  private record Area(GeoJsonFeature feature, PreparedGeometry shape) {}

  private record Row(LayerView view, int row) {}

  /**
   * @param cell id of a cell to look at; null for all that the account is for
   * @throws ProblemException 400 when there is no such cell
   */
  public OwnWork find(Viewer viewer, @Nullable String cell) {
    List<Area> areas = areas(viewer, cell);
    int[] counts = new int[areas.size()];
    List<Row> rows = new ArrayList<>();
    for (LayerDeclaration layer : catalog.list(viewer)) {
      if (layer.geometry() == GeometryType.POINT && viewer.mayEdit(layer)) {
        collect(catalog.get(layer.id(), viewer, null), viewer, areas, counts, rows);
      }
    }
    List<OwnObject> objects = new ArrayList<>();
    Map<String, Set<String>> found = found(rows);
    for (Row row : rows) {
      objects.add(object(row, found));
    }
    objects.sort(
        Comparator.comparingInt(OwnObject::weight)
            .reversed()
            .thenComparing(one -> one.feature().id()));
    List<OwnObject> listed = List.copyOf(objects.subList(0, Math.min(MOST, objects.size())));
    return new OwnWork(
        LocalDate.now(clock),
        counted(areas, counts),
        listed,
        objects.size(),
        referred(listed, viewer));
  }

  /**
   * By name: a phone has neither the districts nor the grid by heart, and asks nobody in the field.
   */
  private Set<ReferredName> referred(List<OwnObject> listed, Viewer viewer) {
    FeatureNames names = new FeatureNames(catalog, viewer, null);
    Map<String, List<LayerField>> referring = new HashMap<>();
    Set<ReferredName> all = new LinkedHashSet<>();
    for (OwnObject one : listed) {
      for (LayerField field :
          referring.computeIfAbsent(one.layer(), layer -> referring(layer, viewer))) {
        Object id = one.feature().properties().get(field.name());
        String layer = field.refersTo();
        if (id != null && layer != null) {
          names
              .find(field, id)
              .ifPresent(name -> all.add(new ReferredName(layer, id.toString(), name)));
        }
      }
    }
    return all;
  }

  private List<LayerField> referring(String layer, Viewer viewer) {
    return catalog.get(layer, viewer, null).fields().stream()
        .filter(field -> field.refersTo() != null)
        .toList();
  }

  private List<Area> areas(Viewer viewer, @Nullable String cell) {
    List<Area> areas = new ArrayList<>();
    if (cell != null) {
      add(CELLS, List.of(cell), viewer, areas);
      if (areas.isEmpty()) {
        throw ProblemException.badParameter("cell", "There is no cell '%s'.".formatted(cell));
      }
      return areas;
    }
    Scope scope = viewer.scope();
    add(DISTRICTS, scope.districts(), viewer, areas);
    add(CELLS, scope.cells(), viewer, areas);
    return areas;
  }

  private void add(String layer, List<String> ids, Viewer viewer, List<Area> areas) {
    if (ids.isEmpty() || catalog.list(viewer).stream().noneMatch(one -> one.id().equals(layer))) {
      return;
    }
    LayerView view = catalog.get(layer, viewer, null);
    for (String id : ids) {
      view.findRow(id)
          .ifPresent(
              row -> {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("layer", layer);
                properties.put("name", view.name(row));
                Geometry shape = view.geometry(row);
                areas.add(
                    new Area(
                        new GeoJsonFeature(id, shape, properties),
                        PreparedGeometryFactory.prepare(shape)));
              });
    }
  }

  private void collect(
      LayerView view, Viewer viewer, List<Area> areas, int[] counts, List<Row> rows) {
    Set<Integer> taken = new LinkedHashSet<>();
    LocalDate today = LocalDate.now(clock);
    for (int i = 0; i < areas.size(); i++) {
      int area = i;
      PreparedGeometry shape = areas.get(i).shape();
      view.search(
          shape.getGeometry().getEnvelopeInternal(),
          row -> {
            Geometry place = view.geometry(row);
            double lon = place.getCoordinate().x;
            double lat = place.getCoordinate().y;
            if (shape.covers(place)
                && catalog.seesInternal(viewer, view.declaration().id(), lon, lat, today)) {
              counts[area]++;
              taken.add(row);
            }
          });
    }
    taken.forEach(row -> rows.add(new Row(view, row)));
  }

  /** Kinds of open findings by layer and id. */
  private Map<String, Set<String>> found(List<Row> rows) {
    Set<FeatureRef> features = new LinkedHashSet<>();
    for (Row row : rows) {
      LayerView view = row.view();
      features.add(new FeatureRef(view.declaration().id(), view.id(row.row()), ""));
    }
    Map<String, Set<String>> kinds = new HashMap<>();
    for (Finding finding : findings.findOpenOf(features)) {
      FeatureRef subject = finding.content().subject();
      if (subject != null) {
        kinds
            .computeIfAbsent(subject.layer() + "/" + subject.id(), key -> new TreeSet<>())
            .add(finding.kind().code());
      }
    }
    return kinds;
  }

  private static OwnObject object(Row row, Map<String, Set<String>> found) {
    LayerView view = row.view();
    String layer = view.declaration().id();
    String id = view.id(row.row());
    Map<String, Object> properties = view.properties(row.row());
    List<String> missing =
        view.fields().stream()
            .filter(field -> shouldHaveValue(view.declaration(), field))
            .map(LayerField::name)
            .filter(name -> !properties.containsKey(name))
            .toList();
    return new OwnObject(
        layer,
        new GeoJsonFeature(id, view.geometry(row.row()), properties),
        List.copyOf(found.getOrDefault(layer + "/" + id, Set.of())),
        missing);
  }

  /**
   * What somebody chooses from a list, and who runs the object. What a ledger noted of district,
   * cell and department is there to be compared: the map knows it without.
   */
  private static boolean shouldHaveValue(LayerDeclaration layer, LayerField field) {
    Duty duty = layer.duty();
    Duty.Holder holder = duty == null ? null : duty.holder();
    boolean onRecord = layer.onRecord() != null && layer.onRecord().containsValue(field.name());
    return field.required()
        || (field.values() != null && !onRecord)
        || (holder != null
            && (field.name().equals(holder.name()) || field.name().equals(holder.phone())));
  }

  private static List<GeoJsonFeature> counted(List<Area> areas, int[] counts) {
    List<GeoJsonFeature> counted = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      GeoJsonFeature area = areas.get(i).feature();
      area.properties().put("objects", counts[i]);
      counted.add(area);
    }
    return counted;
  }
}
