package zeren.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;
import zeren.responsibility.Answers;
import zeren.responsibility.Place;
import zeren.responsibility.ResponsibilityMap;
import zeren.responsibility.ResponsibilityMaps;
import zeren.responsibility.Topic;

/** Who is responsible for a place or an object, and for many of them at once. */
@RestController
class WhoController {

  /** The layer whose internal part an answer is made of. */
  private static final String ASSIGNMENTS = "assignment";

  private final ResponsibilityMaps maps;
  private final WhoQuestion questions;
  private final LayerCatalog catalog;
  private final Clock clock;

  WhoController(ResponsibilityMaps maps, WhoQuestion questions, LayerCatalog catalog, Clock clock) {
    this.maps = maps;
    this.questions = questions;
    this.catalog = catalog;
    this.clock = clock;
  }

  @GetMapping("/api/who")
  WhoBody who(Viewer viewer, HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    LocalDate day = day(parameters.findDate("at"));
    ResponsibilityMap map = maps.on(day);
    Topic topic = WhoQuestion.topic(parameters.findText("topic"));
    Place place = questions.place(parameters, map, viewer, day);
    return answer(map, place, topic, day, viewer);
  }

  @PostMapping("/api/who")
  Results who(HttpServletRequest request, Viewer viewer) throws IOException {
    WhoQuestion.Batch batch = questions.batch(request);
    LocalDate day = day(batch.at());
    ResponsibilityMap map = maps.on(day);
    List<Place> places = questions.places(batch, map, viewer, day);
    return new Results(
        IntStream.range(0, places.size())
            .parallel()
            .mapToObj(i -> answer(map, places.get(i), batch.topic(), day, viewer))
            .toList());
  }

  record Results(List<WhoBody> results) {}

  private WhoBody answer(
      ResponsibilityMap map, Place place, @Nullable Topic topic, LocalDate day, Viewer viewer) {
    Answers answers = map.answer(place, Topic.asked(topic));
    boolean whole = catalog.seesInternal(viewer, ASSIGNMENTS, place.lon(), place.lat(), day);
    return WhoBody.of(whole ? answers : answers.forThePublic(map::isPublic), day, topic, whole);
  }

  private LocalDate day(@Nullable LocalDate given) {
    return given == null ? LocalDate.now(clock) : given;
  }
}
