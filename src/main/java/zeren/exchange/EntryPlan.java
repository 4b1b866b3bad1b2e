package zeren.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import zeren.format.FormatException;
import zeren.format.Table;
import zeren.format.TableDescription;
import zeren.format.TableRow;
import zeren.geo.CoordinateSystem;
import zeren.geo.UnknownCoordinateSystemException;
import zeren.layer.Declarations;
import zeren.layer.FeatureDraft;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;

/** How one file of a manifest is read: its columns are called as the fields are. */
record EntryPlan(
    Manifest.Entry entry,
    LayerDeclaration layer,
    @Nullable CoordinateSystem crs,
    Declarations declarations) {

  private static final String ID = "id";
  private static final String WKT = "wkt";

  static EntryPlan of(Manifest.Entry entry, Declarations declarations) throws ManifestException {
    Optional<LayerDeclaration> layer = declarations.find(entry.layer());
    if (layer.isEmpty()) {
      throw new ManifestException("layer", entry.layer(), "is not declared");
    }
    return new EntryPlan(entry, layer.get(), crs(entry.crs()), declarations);
  }

  private static @Nullable CoordinateSystem crs(@Nullable String code) throws ManifestException {
    try {
      return code == null ? null : CoordinateSystem.parse(code);
    } catch (UnknownCoordinateSystemException e) {
      String reason = "must be one of " + String.join(", ", CoordinateSystem.supported());
      throw new ManifestException("crs", code, reason);
    }
  }

  /**
   * @param again the same table opened once more, for rows that name others further down
   * @param known the drafts of the files before; receives those of this one
   */
  void read(Table table, Table again, List<FeatureDraft> known, List<ImportProblem> problems)
      throws FormatException, ManifestException {
    ColumnPlan columns = columns(table.description());
    Map<String, String> crsNames = entry.crsNames() == null ? Map.of() : entry.crsNames();
    RowPlaces places = new RowPlaces(columns, crs, crsNames, layer.geometry(), Extent.CHINA);
    References references = references(columns, known);
    Optional<NameIndex> own = references.find(layer.id());
    if (own.isPresent()) {
      References.enterRows(again, columns, layer, own.get());
    }
    RowCheck check = new RowCheck(layer, columns, places, references);
    Merge merge = new Merge(layer, entry.validFrom(), defaults());
    for (TableRow row = table.next(); row != null; row = table.next()) {
      CheckedRow checked = check.check(row);
      List<RowFault> faults = new ArrayList<>(checked.faults());
      // Data that Zeren brings is to be right, not to be repaired.
      faults.addAll(checked.repairs());
      if (faults.isEmpty()) {
        merge.merge(checked, null, faults).ifPresent(known::add);
      }
      faults.forEach(fault -> problems.add(problem(checked.row(), fault)));
    }
  }

  private ImportProblem problem(TableRow row, RowFault fault) {
    return new ImportProblem(
        entry.file(), (int) row.number(), fault.field(), fault.value(), fault.reason());
  }

  private Map<String, Object> defaults() {
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("source", entry.source());
    defaults.put("synthetic", false);
    if (entry.accuracyM() != null) {
      defaults.put("accuracy_m", entry.accuracyM());
    }
    return defaults;
  }

  /** A column that the layer does not have is a mistake in its name more often than not. */
  private ColumnPlan columns(TableDescription file) throws ManifestException {
    List<String> names = file.columns();
    Map<Role, Integer> roles = new EnumMap<>(Role.class);
    Set<String> unknown = new TreeSet<>(names);
    roleNames()
        .forEach(
            (role, name) -> {
              if (name != null && names.contains(name)) {
                roles.put(role, names.indexOf(name));
                unknown.remove(name);
              }
            });
    if (file.ownGeometry() || roles.containsKey(Role.WKT)) {
      roles.remove(Role.LON);
      roles.remove(Role.LAT);
    }
    List<ColumnPlan.FieldColumn> fields = new ArrayList<>();
    layer.fields().stream()
        .filter(field -> names.contains(field.name()))
        .forEach(
            field -> {
              fields.add(ColumnPlan.FieldColumn.of(field, names.indexOf(field.name())));
              unknown.remove(field.name());
            });
    if (!unknown.isEmpty()) {
      String reason = "layer " + layer.id() + " has no such field";
      throw new ManifestException("columns", String.join(", ", unknown), reason);
    }
    if (layer.geometry() == GeometryType.NONE
        && Role.PLACES.stream().anyMatch(roles::containsKey)) {
      throw new ManifestException("columns", null, "layer " + layer.id() + " has no positions");
    }
    return new ColumnPlan(roles, fields, file.ownGeometry());
  }

  private Map<Role, @Nullable String> roleNames() {
    Map<Role, @Nullable String> names = new EnumMap<>(Role.class);
    names.put(Role.ID, ID);
    names.put(Role.WKT, WKT);
    names.put(Role.CRS, entry.crsField());
    names.put(Role.VALID_FROM, RowPeriod.FROM);
    names.put(Role.VALID_TO, RowPeriod.TO);
    names.put(Role.LON, entry.lonField() == null ? "lon" : entry.lonField());
    names.put(Role.LAT, entry.latField() == null ? "lat" : entry.latField());
    return names;
  }

  private References references(ColumnPlan columns, List<FeatureDraft> known) {
    References references = new References();
    for (String referred : new HashSet<>(References.layersOf(columns))) {
      if (referred.equals(LayerField.LAYERS)) {
        references.put(referred, NameIndex.of(declarations.all()));
        continue;
      }
      NameIndex index = new NameIndex(referred);
      for (FeatureDraft draft : known) {
        if (draft.layer().equals(referred)) {
          Object name = draft.properties().get("name");
          index.add(
              draft.id(),
              name == null ? draft.id() : name.toString(),
              References.aliases(field -> draft.properties().get(field)));
        }
      }
      references.put(referred, index);
    }
    return references;
  }
}
