package zeren.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zeren.desk.Desks;
import zeren.desk.SavedSearch;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** What an account keeps for its desk. */
@RestController
@RequestMapping("/api/desk")
class DeskController {

  private final Desks desks;

  DeskController(Desks desks) {
    this.desks = desks;
  }

  record SearchList(List<SavedSearch> searches) {}

  /**
   * @param question the query of the desk's address
   */
  record NewSearch(@Nullable String question) {}

  /**
   * @param columns their names in their order; empty when none were ever chosen
   */
  record ColumnList(@Nullable List<@Nullable String> columns) {}

  @GetMapping("/searches")
  SearchList searches(Viewer viewer, HttpServletRequest request) {
    String account = account(viewer, request);
    return new SearchList(desks.searches(account));
  }

  @PutMapping("/searches/{name}")
  SavedSearch save(
      @PathVariable String name,
      @RequestBody NewSearch body,
      Viewer viewer,
      HttpServletRequest request) {
    return desks.save(account(viewer, request), name, body.question());
  }

  @DeleteMapping("/searches/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String name, Viewer viewer, HttpServletRequest request) {
    desks.delete(account(viewer, request), name);
  }

  @GetMapping("/columns")
  ColumnList columns(Viewer viewer, HttpServletRequest request) {
    return new ColumnList(List.copyOf(desks.columns(account(viewer, request))));
  }

  @PutMapping("/columns")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void saveColumns(@RequestBody ColumnList body, Viewer viewer, HttpServletRequest request) {
    desks.saveColumns(account(viewer, request), body.columns());
  }

  static String account(Viewer viewer, HttpServletRequest request) {
    String account = viewer.name();
    if (account == null) {
      throw ProblemException.notFound("There is nothing at this address.");
    }
    QueryParameters.of(request).allowOnly(List.of());
    return account;
  }
}
