package zeren.ogc.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** What tests look for in the answers of the OGC API. */
final class Found {

  private Found() {}

  static List<String> ids(JsonNode collection) {
    List<String> ids = new ArrayList<>();
    collection.path("features").forEach(feature -> ids.add(feature.path("id").asString()));
    return ids;
  }

  /** The address behind the first link of a relation. */
  static Optional<String> href(JsonNode body, String relation) {
    return StreamSupport.stream(body.path("links").spliterator(), false)
        .filter(link -> link.path("rel").asString().equals(relation))
        .map(link -> link.path("href").asString())
        .findFirst();
  }

  /** The pages from a path on, as the links lead from one to the next. */
  static List<JsonNode> pages(RunningZeren zeren, String path, String relation) {
    List<JsonNode> pages = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      JsonNode page = zeren.json(next.get().replace(zeren.baseUrl(), ""));
      pages.add(page);
      next = href(page, relation);
    }
    return pages;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
