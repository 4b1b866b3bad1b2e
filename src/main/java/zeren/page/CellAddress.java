package zeren.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import zeren.problem.QueryParameters;

/**
 * In which language and of which day a page of a cell is asked for; its links keep both.
 *
 * @param day null means today
 */
record CellAddress(String language, @Nullable LocalDate day) {

  static CellAddress of(HttpServletRequest request) {
    String language = "en".equals(request.getParameter("lang")) ? "en" : "zh";
    return new CellAddress(language, QueryParameters.of(request).findDate("at"));
  }

  static String path(String id) {
    return "/cell/" + UriUtils.encode(id, StandardCharsets.UTF_8);
  }

  /** The page of a cell. */
  String of(String id) {
    return path(id) + query(Map.of());
  }

  /** What a link to that page looks like when it is sent to somebody. */
  String pictureOf(String id) {
    return path(id) + "/share.png" + new CellAddress("zh", day).query(Map.of());
  }

  String toAll() {
    return "/cell" + query(Map.of());
  }

  /** The public map with a feature chosen. */
  String toMap(String layer, String id) {
    String feature = layer + "/" + UriUtils.encode(id, StandardCharsets.UTF_8);
    return "/" + query(Map.of("feature", feature));
  }

  /** The public map as it is at first. */
  String toMap() {
    return "/" + query(Map.of());
  }

  /** The same in the other language; to be put behind the path. */
  String inOtherLanguage() {
    String query = new CellAddress(language.equals("en") ? "zh" : "en", day).query(Map.of());
    return query.isEmpty() ? "?" : query;
  }

  private String query(Map<String, String> more) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    more.forEach((name, value) -> query.add(name + "=" + value));
    if (day != null) {
      query.add("at=" + day);
    }
    if (language.equals("en")) {
      query.add("lang=en");
    }
    return query.toString();
  }
}
