package zeren.operation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.operation.HealthCheck;
import zeren.operation.ServiceHealth;
import zeren.problem.QueryParameters;

/** How the service fares, for administrators; {@code SecurityConfiguration} lets nobody else in. */
@RestController
class HealthController {

  private final HealthCheck check;

  HealthController(HealthCheck check) {
    this.check = check;
  }

  @GetMapping("/api/operation/health")
  ResponseEntity<ServiceHealth> health(HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(check.look());
  }
}
