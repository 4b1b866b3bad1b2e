package zeren.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** Who the server takes the caller for. */
@RestController
class MeController {

  @GetMapping("/api/me")
  Me me(Viewer viewer, @Nullable Authentication login, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    String role =
        viewer.name() == null || login == null
            ? null
            : login.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(authority -> authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .findFirst()
                .orElse(null);
    return new Me(viewer.name(), role);
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Me(@Nullable String name, @Nullable String role) {}
}
