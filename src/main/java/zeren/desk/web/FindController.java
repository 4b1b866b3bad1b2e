package zeren.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.desk.Finder;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** One box for whatever is known of a place or a thing. */
@RestController
class FindController {

  static final int LONGEST = 200;
  static final int MOST = 100;
  static final int USUAL = 10;

  private final Finder finder;

  FindController(Finder finder) {
    this.finder = finder;
  }

  @GetMapping("/api/find")
  Finder.Findings find(Viewer viewer, HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("text", "limit", "at"));
    String text = parameters.findText("text");
    if (text == null || text.length() > LONGEST) {
      throw ProblemException.badParameter(
          "text",
          "Parameter 'text' must be 1 to %d characters: a name, a part of an address, an id, or coordinates."
              .formatted(LONGEST));
    }
    return finder.find(
        text, viewer, parameters.findDate("at"), parameters.wholeNumber("limit", 1, MOST, USUAL));
  }
}
