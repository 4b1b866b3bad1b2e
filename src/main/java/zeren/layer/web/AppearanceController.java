package zeren.layer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.Appearance;
import zeren.layer.Appearances;
import zeren.layer.Drawing;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.Precondition;
import zeren.layer.RecordedAppearance;
import zeren.layer.Title;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** What layers are called and how they are drawn, for administrators. */
@RestController
@RequestMapping("/api/operation/appearances/{layer}")
class AppearanceController {

  private final Appearances appearances;

  AppearanceController(Appearances appearances) {
    this.appearances = appearances;
  }

  /**
   * @param number of the last change; 0 when it looks as declared
   * @param title as declared
   * @param fields their titles as declared
   * @param drawing as declared
   * @param appearance what is laid over that
   * @param history the last changes, the newest first
   */
  record AppearanceBody(
      int number,
      Title title,
      Map<String, Title> fields,
      Drawing drawing,
      Appearance appearance,
      List<RecordedAppearance> history) {

    static AppearanceBody of(LayerDeclaration declared, List<RecordedAppearance> history) {
      Map<String, Title> fields = new LinkedHashMap<>();
      for (LayerField field : declared.fields()) {
        fields.put(field.name(), field.title());
      }
      return new AppearanceBody(
          history.isEmpty() ? 0 : history.get(0).number(),
          declared.title(),
          fields,
          declared.drawing(),
          history.isEmpty() ? Appearance.NONE : history.get(0).appearance(),
          history);
    }
  }

  /** What a caller leaves out is as declared. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangedAppearance(
      @Nullable Title title,
      @Nullable Map<String, Title> fields,
      @Nullable Map<String, Object> style,
      @Nullable Map<String, Map<String, Object>> byValue) {

    Appearance appearance() {
      return new Appearance(title, known(fields), known(style), known(byValue));
    }

    private static <T> Map<String, T> known(@Nullable Map<String, T> map) {
      return map == null ? Map.of() : map;
    }
  }

  @GetMapping
  ResponseEntity<AppearanceBody> get(@PathVariable String layer, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return body(layer);
  }

  @PutMapping
  ResponseEntity<AppearanceBody> change(
      @PathVariable String layer,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ChangedAppearance asked,
      Viewer viewer,
      HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    appearances.declared(layer);
    appearances.change(
        layer, Precondition.version(ifMatch), asked.appearance(), String.valueOf(viewer.name()));
    return body(layer);
  }

  private ResponseEntity<AppearanceBody> body(String layer) {
    AppearanceBody body =
        AppearanceBody.of(appearances.declared(layer), appearances.history(layer));
    return ResponseEntity.ok()
        .eTag("\"" + body.number() + "\"")
        .cacheControl(CacheControl.noStore())
        .body(body);
  }
}
