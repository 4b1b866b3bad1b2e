package zeren.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.notice.CellNotice;
import zeren.notice.CellNotices;
import zeren.notice.Sketch;
import zeren.problem.ProblemException;

/** The published pages of the grid cells: the same for whoever looks, and whole without scripts. */
@RestController
class CellPageController {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
  private static final String DISTRICTS = "district";

  private final CellNotices notices;
  private final LayerCatalog catalog;
  private final Pages pages;
  private final CellTexts texts;
  private final PublicAddress address;
  private final SharePictures pictures;

  CellPageController(
      CellNotices notices,
      LayerCatalog catalog,
      Pages pages,
      CellTexts texts,
      PublicAddress address,
      SharePictures pictures) {
    this.notices = notices;
    this.catalog = catalog;
    this.pages = pages;
    this.texts = texts;
    this.address = address;
    this.pictures = pictures;
  }

  /** The cells that lie in no other, from which the way leads to all. */
  @GetMapping("/cell")
  ResponseEntity<String> cells(HttpServletRequest request) {
    CellAddress here = CellAddress.of(request);
    return html(pages.render("cells", texts.ofAll(notices.highest(here.day()), here)));
  }

  @GetMapping("/cell/{id}")
  ResponseEntity<String> cell(@PathVariable String id, HttpServletRequest request) {
    CellAddress here = CellAddress.of(request);
    CellNotice notice = notices.get(id, here.day());
    Map<String, Object> values = texts.of(notice, sketch(notice, 720, 480), here);
    values.put("address", address.of(here.of(id), request));
    values.put("picture", address.of(here.pictureOf(id), request));
    CellTexts.addQr(values, address.of(here.of(id), request));
    return html(pages.render("cell", values));
  }

  /** What a link to the page looks like when it is sent to somebody. */
  @GetMapping(path = "/cell/{id}/share.png", produces = MediaType.IMAGE_PNG_VALUE)
  ResponseEntity<byte[]> picture(@PathVariable String id, HttpServletRequest request) {
    SharePictures.Picture picture =
        pictures.get(
            id, CellAddress.of(request).day(), day -> sketch(notices.get(id, day), 1200, 630));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.noCache())
        .eTag(picture.tag())
        .body(picture.png());
  }

  private Sketch sketch(CellNotice notice, int width, int height) {
    return Sketch.of(notice, districts(notice.day()), width, height);
  }

  private @Nullable LayerView districts(LocalDate day) {
    return catalog.idsOnMap(Viewer.ANONYMOUS).contains(DISTRICTS)
        ? catalog.get(DISTRICTS, Viewer.ANONYMOUS, day)
        : null;
  }

  private static ResponseEntity<String> html(String page) {
    return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noCache()).body(page);
  }

  /** People get the error page. */
  @ExceptionHandler(ProblemException.class)
  void refused(ProblemException problem, HttpServletResponse response) throws IOException {
    Long seconds = problem.retryAfter();
    if (seconds != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
    }
    response.sendError(problem.status().value());
  }
}
