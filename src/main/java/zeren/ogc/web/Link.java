package zeren.ogc.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link as all OGC APIs have it.
 *
 * @param rel relation of what is behind it to what it stands in
 * @param type media type of what is behind it
 * @param title for people; null without
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Link(String rel, String type, @Nullable String title, String href) {

  /** What the relations begin with that the OGC has defined. */
  static final String OGC = "http://www.opengis.net/def/rel/ogc/1.0/";

  static final String JSON = "application/json";
  static final String GEOJSON = "application/geo+json";
  static final String HTML = "text/html";
  static final String SCHEMA = "application/schema+json";
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  Link(String rel, String type, String href) {
    this(rel, type, null, href);
  }

  /** The links that a resource has to itself, as JSON and as a page. */
  static List<Link> ofBoth(String address) {
    return List.of(
        new Link("self", JSON, Addresses.current()),
        new Link("alternate", HTML, address + "?f=html"));
  }
}
