package zeren.exchange;

import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be imported, with everything that is wrong with them. */
public class ImportException extends RuntimeException {

  private final transient List<ImportProblem> problems;

  public ImportException(List<ImportProblem> problems) {
    super(problems.stream().map(ImportProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All of them, in the order of the files and rows; never empty. */
  public List<ImportProblem> problems() {
    return problems;
  }
}
