package zeren.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import zeren.format.FormatException;
import zeren.format.FormatLimits;
import zeren.format.Table;
import zeren.format.TableFiles;
import zeren.layer.Declarations;
import zeren.layer.FeatureDraft;

/**
 * Reads a folder of data files, as its manifest {@code index.yml} lists them, into feature drafts.
 * Rows pass the same checks as those of an import; what they name of other layers must stand in a
 * file before theirs.
 */
@Component
public class GisDataReader {

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
    for (Manifest.Entry entry : new ManifestReader(declarations).read(folder).files()) {
      try {
        readFile(folder, entry, drafts, problems);
      } catch (FormatException e) {
        problems.add(
            new ImportProblem(entry.file(), 0, null, null, String.valueOf(e.getMessage())));
      } catch (ManifestException e) {
        problems.add(e.in(entry.file()));
      }
    }
    problems.addAll(findRepeated(drafts));
    if (!problems.isEmpty()) {
      throw new ImportException(problems);
    }
    return List.copyOf(drafts);
  }

  private void readFile(
      DataFolder folder,
      Manifest.Entry entry,
      List<FeatureDraft> drafts,
      List<ImportProblem> problems)
      throws IOException, FormatException, ManifestException {
    EntryPlan plan = EntryPlan.of(entry, declarations);
    Path copy = Files.createTempFile("zeren", ".data");
    try {
      try (InputStream in = folder.open(entry.file())) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      try (Table table = TableFiles.open(copy, entry.file(), null, FormatLimits.DEFAULT);
          Table again = TableFiles.open(copy, entry.file(), null, FormatLimits.DEFAULT)) {
        plan.read(table, again, drafts, problems);
      }
    } finally {
      Files.delete(copy);
    }
  }

  /** Within one file that is told of the row; between files it is found here. */
  private static List<ImportProblem> findRepeated(List<FeatureDraft> drafts) {
    List<ImportProblem> problems = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (FeatureDraft draft : drafts) {
      if (!known.add(draft.layer() + "/" + draft.id())) {
        String reason = "stands in two files of layer " + draft.layer();
        problems.add(new ImportProblem(draft.layer(), 0, "id", draft.id(), reason));
      }
    }
    return problems;
  }
}
