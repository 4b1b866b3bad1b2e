package zeren.zone.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import zeren.layer.FeatureNames;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;
import zeren.zone.NearFinder;
import zeren.zone.NearGroup;

@RestController
class NearController {

  private final LayerCatalog catalog;

  NearController(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping("/api/near")
  ResponseEntity<?> near(Viewer viewer, HttpServletRequest request) {
    NearQuestion question = NearQuestion.read(QueryParameters.of(request), catalog, viewer);
    List<NearGroup> groups =
        NearFinder.find(
            question.centres(), question.sought(), question.radius(), question.upwind());
    if ("csv".equals(question.format())) {
      return ResponseEntity.ok()
          .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment().filename("near.csv").build().toString())
          .body(NearCsv.write(question, groups, names(viewer, request)::find));
    }
    NearPage page = NearPage.cut(groups, question.offset(), question.limit());
    return "geojson".equals(question.format())
        ? ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("application/geo+json"))
            .body(NearBody.toGeoJson(page, next(question, page)))
        : ResponseEntity.ok(
            new NearAnswer(
                question.radius(),
                page,
                Referred.by(page, names(viewer, request)),
                next(question, page)));
  }

  private FeatureNames names(Viewer viewer, HttpServletRequest request) {
    return new FeatureNames(catalog, viewer, QueryParameters.of(request).findDate("at"));
  }

  private static @Nullable String next(NearQuestion question, NearPage page) {
    long end = (long) question.offset() + question.limit();
    return end >= page.total()
        ? null
        : ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("offset", end)
            .replaceQueryParam("limit", question.limit())
            // The query is encoded already, as it came.
            .build()
            .toUriString();
  }
}
