package zeren.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import zeren.filter.FieldFilter;
import zeren.layer.GeometryType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.ZoneRule;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.responsibility.FeatureRef;
import zeren.responsibility.JointControl;
import zeren.responsibility.JointControl.Zone;
import zeren.responsibility.JointControlFinder;
import zeren.responsibility.ResponsibilityMap;
import zeren.responsibility.ResponsibilityMaps;
import zeren.responsibility.Topic;

/** All who are responsible in the zone round a point, and in all zones of a layer. */
@RestController
class JointControlController {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  static final double LEAST_RADIUS = 1;
  static final double MOST_RADIUS = 100_000;
  private static final double USUAL_RADIUS = 3000;
  private static final List<String> OWN = List.of("radius", "at", "topic", "format", "lang");

  private final LayerCatalog catalog;
  private final ResponsibilityMaps maps;
  private final Clock clock;

  JointControlController(LayerCatalog catalog, ResponsibilityMaps maps, Clock clock) {
    this.catalog = catalog;
    this.maps = maps;
    this.clock = clock;
  }

  /**
   * What both addresses read.
   *
   * @param view the layer of the centres
   */
  private record Question(
      QueryParameters parameters,
      LocalDate day,
      LayerView view,
      double radius,
      @Nullable Topic topic,
      boolean chinese) {

    Zone zone(int row) {
      FeatureRef centre = new FeatureRef(view.declaration().id(), view.id(row), view.name(row));
      return new Zone(centre, view.lon(row), view.lat(row), radius);
    }
  }

  private Question question(String layer, Viewer viewer, HttpServletRequest request) {
    AuditDoor.open(viewer);
    QueryParameters parameters = QueryParameters.of(request);
    LocalDate given = parameters.findDate("at");
    LocalDate day = given == null ? LocalDate.now(clock) : given;
    LayerView view = catalog.get(layer, viewer, day);
    if (view.declaration().geometry() != GeometryType.POINT) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "no-point",
          "Not a point",
          "Zones lie round points; layer '%s' holds none.".formatted(layer));
    }
    ZoneRule rule = view.declaration().zone();
    return new Question(
        parameters,
        day,
        view,
        parameters
            .findNumber("radius", LEAST_RADIUS, MOST_RADIUS, "metres")
            .orElse(rule == null ? USUAL_RADIUS : rule.radius()),
        WhoQuestion.topic(parameters.findText("topic")),
        parameters.choice("lang", List.of("zh", "en"), "zh").equals("zh"));
  }

  @GetMapping("/api/zones/{layer}/{id}/joint-control")
  ResponseEntity<?> zone(
      @PathVariable String layer,
      @PathVariable String id,
      Viewer viewer,
      HttpServletRequest request)
      throws IOException {
    Question question = question(layer, viewer, request);
    question.parameters().allowOnly(OWN);
    OptionalInt row = question.view().findRow(id);
    if (row.isEmpty()) {
      throw ProblemException.notFound("Layer '%s' has no feature '%s'.".formatted(layer, id));
    }
    String format = question.parameters().choice("format", List.of("json", "xlsx", "html"), "json");
    if (format.equals("html")) {
      return toPage(question, layer, id);
    }
    ResponsibilityMap map = maps.on(question.day());
    JointControl found =
        new JointControlFinder(map, Topic.asked(question.topic()))
            .find(question.zone(row.getAsInt()));
    if (format.equals("json")) {
      return ResponseEntity.ok(JointControlBody.of(found, question.day()));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sheets(question, map).write(found, out);
    return download("joint-control-" + id + ".xlsx", out);
  }

  /** The printable page reads the same answer as JSON. */
  private static ResponseEntity<?> toPage(Question question, String layer, String id) {
    URI page =
        UriComponentsBuilder.fromPath("/desk/joint-control")
            .queryParam("layer", "{layer}")
            .queryParam("id", "{id}")
            .queryParam("radius", "{radius}")
            .queryParam("at", "{at}")
            .queryParam("topic", "{topic}")
            .encode()
            .buildAndExpand(
                layer,
                id,
                plain(question.radius()),
                question.day(),
                question.topic() == null ? Topic.ALL : question.topic().code())
            .toUri();
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(page).build();
  }

  private static String plain(double metres) {
    return metres == Math.rint(metres) ? String.valueOf((long) metres) : String.valueOf(metres);
  }

  @GetMapping("/api/zones/{layer}/joint-control")
  ResponseEntity<?> zones(@PathVariable String layer, Viewer viewer, HttpServletRequest request)
      throws IOException {
    Question question = question(layer, viewer, request);
    LayerView view = question.view();
    List<String> known = new ArrayList<>(OWN);
    known.addAll(FieldFilter.parameterNames(view, ""));
    question.parameters().allowOnly(known);
    IntPredicate keep =
        FieldFilter.compile(view, question.parameters(), "", java.util.Set.copyOf(OWN));
    ResponsibilityMap map = maps.on(question.day());
    JointControlFinder finder = new JointControlFinder(map, Topic.asked(question.topic()));
    List<ZoneSummary> zones = new ArrayList<>();
    for (int row = 0; row < view.size(); row++) {
      if (keep.test(row)) {
        zones.add(
            ZoneSummary.of(
                finder.find(question.zone(row)), map.hasLead(question.zone(row).centre())));
      }
    }
    if (question.parameters().choice("format", List.of("json", "xlsx"), "json").equals("json")) {
      return ResponseEntity.ok(new Zones(question.radius(), question.day(), zones));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sheets(question, map).writeSummary(zones, out);
    return download("joint-control.xlsx", out);
  }

  private static JointControlSheets sheets(Question question, ResponsibilityMap map) {
    return new JointControlSheets(new Titles(question.chinese(), map::declaration));
  }

  record Zones(double radius, LocalDate at, List<ZoneSummary> zones) {}

  private static ResponseEntity<?> download(String name, ByteArrayOutputStream out) {
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(out.toByteArray());
  }
}
