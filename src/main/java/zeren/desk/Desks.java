package zeren.desk;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import zeren.problem.ProblemException;

/** What each account keeps for its desk; nobody sees that of another. */
@Service
public class Desks {

  static final int MOST_SEARCHES = 200;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_QUESTION = 20_000;
  private static final int MOST_COLUMNS = 100;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");
  private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final DeskRepository repository;
  private final Clock clock;

  Desks(DeskRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  public List<SavedSearch> searches(String account) {
    return repository.findSearches(account);
  }

  /**
   * Keeps a question; one of the same name is replaced.
   *
   * @throws ProblemException 400, 409 when there are very many already
   */
  public SavedSearch save(String account, String name, @Nullable String question) {
    if (name.isBlank() || name.length() > LONGEST_NAME || CONTROL.matcher(name).find()) {
      throw ProblemException.badParameter(
          "name", "The name of a search has 1 to " + LONGEST_NAME + " characters.");
    }
    if (question == null
        || question.length() > LONGEST_QUESTION
        || CONTROL.matcher(question).find()) {
      throw ProblemException.badParameter(
          "question",
          "'question' must be the query of the desk's address, of at most "
              + LONGEST_QUESTION
              + " characters.");
    }
    List<SavedSearch> known = repository.findSearches(account);
    if (known.size() >= MOST_SEARCHES && known.stream().noneMatch(one -> one.name().equals(name))) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "too-many",
          "Too many",
          "An account keeps at most " + MOST_SEARCHES + " searches; delete one first.");
    }
    SavedSearch search = new SavedSearch(name.strip(), question, clock.instant());
    repository.save(account, search);
    return search;
  }

  /**
   * @throws ProblemException 404
   */
  public void delete(String account, String name) {
    if (!repository.delete(account, name)) {
      throw ProblemException.notFound("There is no search '%s' of yours.".formatted(name));
    }
  }

  /** The columns of the account's table in their order; empty when it never chose any. */
  public List<String> columns(String account) {
    return repository
        .findColumns(account)
        .map(names -> List.of(names.split(",")))
        .orElse(List.of());
  }

  /**
   * Keeps columns in their order; with none, the account has chosen none.
   *
   * @throws ProblemException 400
   */
  public void saveColumns(String account, @Nullable List<@Nullable String> names) {
    if (names == null || names.size() > MOST_COLUMNS) {
      throw ProblemException.badParameter(
          "columns", "'columns' must be a list of at most " + MOST_COLUMNS + " columns.");
    }
    for (String name : names) {
      if (name == null || !COLUMN.matcher(name).matches()) {
        throw ProblemException.badParameter("columns", "'%s' is no column.".formatted(name));
      }
    }
    repository.saveColumns(account, String.join(",", List.copyOf(names)));
  }
}
