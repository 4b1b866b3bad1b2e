package zeren.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.exchange.Imports;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

@RestController
@RequestMapping("/api/jobs")
class JobController {

  private final Imports imports;

  JobController(Imports imports) {
    this.imports = imports;
  }

  @GetMapping("/{id}")
  JobBody get(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return JobBody.of(imports.get(id, viewer));
  }

  @DeleteMapping("/{id}")
  JobBody cancel(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return JobBody.of(imports.cancel(imports.get(id, viewer).id(), viewer.importer()));
  }
}
