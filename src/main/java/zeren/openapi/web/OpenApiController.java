package zeren.openapi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.openapi.OpenApiDocument;
import zeren.problem.QueryParameters;

@RestController
class OpenApiController {

  private static final MediaType OPEN_API =
      MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.1");

  private final OpenApiDocument document;

  OpenApiController(OpenApiDocument document) {
    this.document = document;
  }

  @GetMapping("/api/openapi.json")
  ResponseEntity<byte[]> openApi(HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return ResponseEntity.ok()
        .contentType(OPEN_API)
        .cacheControl(CacheControl.noCache())
        .body(document.bytes());
  }
}
