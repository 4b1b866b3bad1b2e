package zeren.trail.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import zeren.format.FileFormat;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.trail.TrailCheck;
import zeren.trail.TrailEntry;
import zeren.trail.TrailHead;
import zeren.trail.TrailSearch;

/** The trail, for administrators; who else asks does not get as far as here. */
@RestController
@RequestMapping("/api/trail")
class TrailController {

  private final TrailSearch trail;
  private final TrailCheck check;
  private final JsonMapper json;
  private final Clock clock;

  TrailController(TrailSearch trail, TrailCheck check, JsonMapper json, Clock clock) {
    this.trail = trail;
    this.check = check;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping
  @Nullable ResponseEntity<TrailBody.Page> list(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    TrailQuestion question = TrailQuestion.read(QueryParameters.of(request), clock.getZone());
    if (!question.format().equals("json")) {
      export(question, request, response);
      return null;
    }
    // One more than asked for tells whether there is another page.
    List<TrailEntry> found = trail.find(question.filter(), question.before(), question.limit() + 1);
    List<TrailEntry> shown = found.subList(0, Math.min(found.size(), question.limit()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new TrailBody.Page(
                question.before() == null ? trail.count(question.filter()) : null,
                shown.stream().map(entry -> TrailBody.Row.of(entry, json)).toList(),
                found.size() > shown.size() ? next(shown.get(shown.size() - 1).id()) : null));
  }

  private static String next(long last) {
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .replaceQueryParam("before", last)
        // The query is encoded already, as it came.
        .build()
        .toUriString();
  }

  /** All that fit the search, whatever page is asked for. */
  private void export(
      TrailQuestion question, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    FileFormat format = FileFormat.find(question.format()).orElseThrow();
    response.setContentType(format.mediaType());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(
                "trail_" + LocalDate.now(clock) + "." + format.extension(), StandardCharsets.UTF_8)
            .build()
            .toString());
    if (!request.getMethod().equals("HEAD")) {
      new TrailTable(trail, question.language(), clock.getZone())
          .write(question, format, response.getOutputStream());
    }
  }

  @GetMapping("/{id}")
  TrailBody.Row get(@PathVariable String id, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return TrailBody.Row.of(find(id), json);
  }

  private TrailEntry find(String id) {
    try {
      return trail.find(Long.parseLong(id)).orElseThrow(() -> missing(id));
    } catch (NumberFormatException e) {
      throw missing(id);
    }
  }

  private static ProblemException missing(String id) {
    return ProblemException.notFound("There is no row '%s' in the trail.".formatted(id));
  }

  @GetMapping("/choices")
  TrailBody.Choices choices(HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return TrailBody.Choices.of(trail.actors());
  }

  @GetMapping("/head")
  ResponseEntity<TrailHead> head(HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(trail.head());
  }

  @GetMapping("/verification")
  ResponseEntity<TrailBody.Verification> verification(HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("head"));
    TrailCheck.Result result = check.check(parameters.findText("head"));
    TrailCheck.Fault fault = result.fault();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new TrailBody.Verification(
                result.rows(),
                result.head().hash(),
                fault == null ? null : fault.name().toLowerCase(Locale.ROOT),
                result.row()));
  }
}
