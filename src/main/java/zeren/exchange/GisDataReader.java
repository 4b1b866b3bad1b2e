package zeren.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import zeren.layer.Declarations;
import zeren.layer.FeatureDraft;
import zeren.layer.LayerDeclaration;

/**
 * Reads a folder of data files, as its manifest {@code index.yml} lists them, into feature drafts.
 */
@Component
public class GisDataReader {

  private static final String ID = "id";

  private final Declarations declarations;

  GisDataReader(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * @return the features in the order of the files and rows, in EPSG:4490
   * @throws ImportException when anything in any file cannot be used, with all that is wrong in all
   *     files
   * @throws IOException when a file is missing or cannot be read
   */
  public List<FeatureDraft> read(DataFolder folder) throws IOException {
    List<FeatureDraft> drafts = new ArrayList<>();
    List<ImportProblem> problems = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Manifest.Entry entry : new ManifestReader().read(folder).files()) {
      try {
        readFile(folder, entry, known, drafts, problems);
      } catch (RowException e) {
        problems.add(e.in(entry.file(), 0));
      }
    }
    if (!problems.isEmpty()) {
      throw new ImportException(problems);
    }
    return List.copyOf(drafts);
  }

  private void readFile(
      DataFolder folder,
      Manifest.Entry entry,
      Set<String> known,
      List<FeatureDraft> drafts,
      List<ImportProblem> problems)
      throws IOException, RowException {
    LayerDeclaration layer = findLayer(entry);
    RowFormat format = formatOf(entry);
    List<Row> rows;
    try (InputStream in = folder.open(entry.file())) {
      rows = format.read(in, entry);
    }
    checkColumns(rows, format.geometryColumns(entry), layer);
    for (Row row : rows) {
      List<RowException> faults = new ArrayList<>();
      Optional<FeatureDraft> draft = new RowReader(entry, layer, row).read(faults);
      if (draft.isPresent() && !known.add(layer.id() + "/" + draft.get().id())) {
        faults.add(new RowException(ID, draft.get().id(), "stands twice in layer " + layer.id()));
      }
      faults.forEach(fault -> problems.add(fault.in(entry.file(), row.number())));
      draft.ifPresent(drafts::add);
    }
  }

  private LayerDeclaration findLayer(Manifest.Entry entry) throws RowException {
    Optional<LayerDeclaration> layer = declarations.find(entry.layer());
    if (layer.isEmpty()) {
      throw new RowException("layer", entry.layer(), "is not declared");
    }
    return layer.get();
  }

  private static RowFormat formatOf(Manifest.Entry entry) throws RowException {
    if (entry.file().endsWith(".csv")) {
      return new CsvFormat();
    }
    if (entry.file().endsWith(".geojson")) {
      return new GeoJsonFormat();
    }
    throw new RowException("file", entry.file(), "must end with .csv or .geojson");
  }

  /** A column that the layer does not have is a mistake in its name more often than not. */
  private static void checkColumns(
      List<Row> rows, Set<String> geometryColumns, LayerDeclaration layer) throws RowException {
    Set<String> unknown = new TreeSet<>();
    for (Row row : rows) {
      unknown.addAll(row.values().keySet());
    }
    unknown.removeAll(geometryColumns);
    unknown.remove(ID);
    layer.fields().forEach(field -> unknown.remove(field.name()));
    if (!unknown.isEmpty()) {
      String names = String.join(", ", unknown);
      throw new RowException(null, names, "layer " + layer.id() + " has no such field");
    }
  }
}
