package zeren.ogc.web;

import com.fasterxml.jackson.annotation.JsonInclude;
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

  static final String JSON = "application/json";
  static final String GEOJSON = "application/geo+json";
  static final String HTML = "text/html";
  static final String SCHEMA = "application/schema+json";
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  Link(String rel, String type, String href) {
    this(rel, type, null, href);
  }
}
