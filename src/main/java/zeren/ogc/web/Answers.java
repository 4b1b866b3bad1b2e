package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import zeren.layer.FeatureVersion;
import zeren.ogc.HtmlPages;

/** Writes answers in the representation asked for. */
@Component
class Answers {

  private final JsonMapper json;
  private final HtmlPages pages;

  Answers(JsonMapper json, HtmlPages pages) {
    this.json = json;
    this.pages = pages;
  }

  /** What writes a body while it is sent. */
  @FunctionalInterface
  interface Body {
    void writeTo(JsonGenerator json);
  }

  /** Answers with the members of an object. */
  void json(HttpServletResponse response, String mediaType, Object body) throws IOException {
    json(response, mediaType, generator -> generator.writePOJO(body));
  }

  void json(HttpServletResponse response, String mediaType, Body body) throws IOException {
    begin(response, mediaType);
    try (JsonGenerator generator = json.createGenerator(response.getOutputStream())) {
      body.writeTo(generator);
    }
  }

  /** Answers with a feature in the default system; its tag names its version. */
  void item(HttpServletResponse response, FeatureVersion feature) throws IOException {
    item(response, feature, Systems.DEFAULT);
  }

  void item(HttpServletResponse response, FeatureVersion feature, Systems.Named system)
      throws IOException {
    response.setHeader(HttpHeaders.ETAG, "\"" + feature.version() + "\"");
    response.setHeader("Content-Crs", "<" + system.uri() + ">");
    json(response, Link.GEOJSON, json -> ItemBody.write(feature, system, json));
  }

  /**
   * Answers with a page.
   *
   * @param values what stands in it, by name; may be empty
   * @param links what the JSON of the same resource links to
   */
  void html(
      HttpServletResponse response,
      String page,
      String language,
      Map<String, Object> values,
      List<Link> links)
      throws IOException {
    Map<String, Object> all = new TreeMap<>(values);
    all.put("lang", language);
    all.put("links", links);
    all.put("jsonAddress", Addresses.current(to -> to.replaceQueryParam("f", "json")));
    String html = pages.render(page, all);
    begin(response, "text/html;charset=UTF-8");
    response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
  }

  private static void begin(HttpServletResponse response, String mediaType) {
    response.setContentType(mediaType);
    response.addHeader(HttpHeaders.VARY, "Accept, Cookie, Authorization");
    if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      response.setHeader(
          HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
    }
  }

  /**
   * Sets the tag of the answer.
   *
   * @return whether the client has it already, and has been told so
   */
  static boolean isKnown(String tag, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
    return new ServletWebRequest(request, response).checkNotModified(tag);
  }
}
