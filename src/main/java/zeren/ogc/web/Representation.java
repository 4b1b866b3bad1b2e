package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import zeren.problem.QueryParameters;

/** What an answer is written as: JSON for programs, HTML for people. */
enum Representation {
  JSON,
  HTML;

  /** The parameters that every path takes: the representation, and the language of titles. */
  static final List<String> PARAMETERS = List.of("f", "lang");

  private static final List<String> NAMES = List.of("json", "html");
  private static final List<MediaType> FOR_PROGRAMS =
      List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType(Link.GEOJSON));

  /**
   * What the parameter {@code f} says, or else what the header {@code Accept} likes better; JSON
   * when it likes both as well, or cannot be read.
   */
  static Representation of(QueryParameters parameters, HttpServletRequest request) {
    String wanted = parameters.choice("f", NAMES, "");
    if (!wanted.isEmpty()) {
      return valueOf(wanted.toUpperCase(Locale.ROOT));
    }
    try {
      double html = 0;
      double json = 0;
      Enumeration<String> headers = request.getHeaders(HttpHeaders.ACCEPT);
      while (headers.hasMoreElements()) {
        for (MediaType accepted : MediaType.parseMediaTypes(headers.nextElement())) {
          double quality = accepted.getQualityValue();
          if (accepted.includes(MediaType.TEXT_HTML)) {
            html = Math.max(html, quality);
          }
          if (FOR_PROGRAMS.stream().anyMatch(accepted::includes)) {
            json = Math.max(json, quality);
          }
        }
      }
      return html > json ? HTML : JSON;
    } catch (InvalidMediaTypeException e) {
      return JSON;
    }
  }

  /** The language of titles: what the parameter {@code lang} says, or else Chinese. */
  static String language(QueryParameters parameters) {
    return parameters.choice("lang", List.of("zh", "en"), "zh");
  }

  /** As the parameter {@code f} has it. */
  String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  Representation other() {
    return this == JSON ? HTML : JSON;
  }
}
