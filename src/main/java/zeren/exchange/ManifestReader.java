package zeren.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;
import zeren.layer.Declarations;
import zeren.layer.GeometryType;

/** Reads the manifest of a data folder. */
final class ManifestReader {

  static final String FILE = "index.yml";

  private final Declarations declarations;
  private final YAMLMapper yaml =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  ManifestReader(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * @throws ImportException when an entry leaves out what it must say, such as the coordinate
   *     system
   */
  Manifest read(DataFolder folder) throws IOException {
    Manifest manifest;
    try (InputStream in = folder.open(FILE)) {
      manifest = yaml.readValue(in, Manifest.class);
    } catch (JacksonException e) {
      throw new ImportException(
          List.of(new ImportProblem(FILE, 0, null, null, e.getOriginalMessage())));
    }
    List<ImportProblem> problems = findProblems(manifest);
    if (!problems.isEmpty()) {
      throw new ImportException(problems);
    }
    return manifest;
  }

  /** Jackson leaves null what a file leaves out, whatever the types say. */
  @SuppressWarnings("ConstantValue")
  private List<ImportProblem> findProblems(Manifest manifest) {
    List<ImportProblem> problems = new ArrayList<>();
    if (manifest == null || manifest.files() == null) {
      problems.add(new ImportProblem(FILE, 0, "files", null, "must list the files to read"));
      return problems;
    }
    for (int i = 0; i < manifest.files().size(); i++) {
      Manifest.Entry entry = manifest.files().get(i);
      int row = i + 1;
      required(entry)
          .forEach(
              (field, value) -> {
                if (value == null) {
                  problems.add(new ImportProblem(FILE, row, field, null, "is missing"));
                }
              });
      if (!isTable(entry) && (entry.crs() == null) == (entry.crsField() == null)) {
        String reason = "either this or crs_field must name the coordinate system of the rows";
        problems.add(new ImportProblem(FILE, row, "crs", entry.crs(), reason));
      }
    }
    return problems;
  }

  /** Rows of tables have no position, so nothing is to be said about it. */
  @SuppressWarnings("ConstantValue")
  private boolean isTable(Manifest.Entry entry) {
    return entry.layer() != null
        && declarations
            .find(entry.layer())
            .filter(layer -> layer.geometry() == GeometryType.NONE)
            .isPresent();
  }

  private Map<String, @Nullable Object> required(Manifest.Entry entry) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("file", entry.file());
    fields.put("layer", entry.layer());
    fields.put("valid_from", entry.validFrom());
    fields.put("source", entry.source());
    fields.put("licence", entry.licence());
    if (!isTable(entry)) {
      fields.put("accuracy", entry.accuracy());
    }
    return fields;
  }
}
