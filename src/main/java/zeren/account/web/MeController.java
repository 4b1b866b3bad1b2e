package zeren.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.Role;
import zeren.layer.Scope;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** Who the server takes the caller for. */
@RestController
class MeController {

  @GetMapping("/api/me")
  Me me(Viewer viewer, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    Role role = viewer.role();
    return new Me(viewer.name(), role == null ? null : role.code(), viewer.scope());
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Me(@Nullable String name, @Nullable String role, Scope scope) {}
}
