package zeren.tile.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A link as OGC APIs have it.
 *
 * @param rel what is behind it to what it stands in
 * @param type media type of what is behind it
 * @param templated true when names in braces stand for what is asked for; null when there are none
 */
record Link(String rel, String type, String title, String href, @Nullable Boolean templated) {

  static final String JSON = "application/json";
  static final String STYLE = "application/vnd.mapbox.style+json";
  static final String TILING_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

  /** A link to a path of this service, as the client of this request calls it. */
  static Link to(String rel, String type, String title, String path) {
    return new Link(rel, type, title, address(path), null);
  }

  /** A link whose path holds names in braces. */
  static Link toEach(String rel, String type, String title, String path) {
    return new Link(rel, type, title, address(path), true);
  }

  static String address(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + path;
  }
}
