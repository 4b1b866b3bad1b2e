package zeren.my.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.Viewer;
import zeren.my.OwnArea;
import zeren.my.OwnWork;
import zeren.problem.QueryParameters;

/** All that a phone needs, in one answer. */
@RestController
class MyController {

  private final OwnArea area;

  MyController(OwnArea area) {
    this.area = area;
  }

  @GetMapping("/api/my")
  ResponseEntity<OwnWork> get(Viewer viewer, HttpServletRequest request) {
    viewer.editor();
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("cell"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(area.find(viewer, parameters.findText("cell")));
  }
}
