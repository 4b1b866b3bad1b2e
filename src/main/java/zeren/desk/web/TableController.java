package zeren.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import zeren.format.FileFormat;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** The rows before somebody's eyes as a file. */
@RestController
class TableController {

  static final List<String> FORMATS = List.of("csv", "xlsx");

  private final LayerCatalog catalog;
  private final Clock clock;

  TableController(LayerCatalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  @PostMapping("/api/desk/table")
  ResponseEntity<byte[]> write(
      @RequestBody TableBody body, Viewer viewer, HttpServletRequest request) throws IOException {
    if (viewer.name() == null) {
      throw ProblemException.notFound("There is nothing at this address.");
    }
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("format", "lang", "at"));
    LocalDate day = parameters.findDate("at");
    String language = parameters.choice("lang", List.of("zh", "en"), "zh");
    FileFormat format = FileFormat.find(parameters.choice("format", FORMATS, "csv")).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.read(catalog, viewer, day, language).writeTo(format, out);
    String name =
        (language.equals("en") ? "desk_" : "工作台_")
            + (day == null ? LocalDate.now(clock) : day)
            + "."
            + format.extension();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(out.toByteArray());
  }
}
