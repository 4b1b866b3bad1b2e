package zeren.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import zeren.notice.CellNotices;
import zeren.problem.ProblemException;

/** What search engines may find: the public map and the pages of cells that are no invention. */
@RestController
class SearchEngineController {

  /** The protocol of sitemaps allows no more in a file. */
  private static final int MOST = 50_000;

  private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private final CellNotices notices;
  private final PublicAddress address;

  SearchEngineController(CellNotices notices, PublicAddress address) {
    this.notices = notices;
    this.address = address;
  }

  @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
  String robots(HttpServletRequest request) {
    return """
        User-agent: *
        Disallow: /admin
        Disallow: /api
        Disallow: /desk
        Disallow: /login
        Disallow: /ogc
        Disallow: /tiles

        Sitemap: %s
        """
        .formatted(address.of("/sitemap.xml", request));
  }

  @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
  String sitemap(HttpServletRequest request) {
    int files = Math.max(1, (notices.published().size() + MOST - 1) / MOST);
    return list(
        "sitemapindex",
        "sitemap",
        files,
        file -> address.of("/sitemap/" + (file + 1) + ".xml", request));
  }

  @GetMapping(path = "/sitemap/{number}.xml", produces = MediaType.APPLICATION_XML_VALUE)
  String cells(@PathVariable int number, HttpServletRequest request) {
    List<String> ids = notices.published();
    if (number < 1 || (number > 1 && (number - 1L) * MOST >= ids.size())) {
      throw ProblemException.notFound("There is no list of that number.");
    }
    int from = (number - 1) * MOST;
    List<String> part = ids.subList(from, Math.min(ids.size(), from + MOST));
    return list(
        "urlset",
        "url",
        part.size() + 1,
        i -> address.of(i == 0 ? "/" : CellAddress.path(part.get(i - 1)), request));
  }

  private static String list(String name, String entry, int count, IntFunction<String> addresses) {
    return IntStream.range(0, count)
        .mapToObj(addresses)
        .map(HtmlUtils::htmlEscape)
        .map(at -> "  <%s><loc>%s</loc></%s>\n".formatted(entry, at, entry))
        .collect(
            Collectors.joining(
                "",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\">\n"
                    .formatted(name, SITEMAPS),
                "</%s>\n".formatted(name)));
  }

  @ExceptionHandler(ProblemException.class)
  void refused(ProblemException problem, HttpServletResponse response) throws IOException {
    response.sendError(problem.status().value());
  }
}
