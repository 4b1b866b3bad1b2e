package zeren.page;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An operator's own raster base map, drawn under ours.
 *
 * @param url tile address with {@code {z}}, {@code {x}} and {@code {y}}; empty for none
 * @param datum {@code wgs84} or {@code gcj02}: the datum that the source's tiles are drawn in
 * @param attribution who must be named
 * @param approvalNumber 审图号 of the map
 */
@ConfigurationProperties("zeren.basemap")
record BaseMap(
    @DefaultValue("") String url,
    @DefaultValue("wgs84") String datum,
    @DefaultValue("") String attribution,
    @DefaultValue("") String approvalNumber) {

  BaseMap {
    if (!datum.equals("wgs84") && !datum.equals("gcj02")) {
      throw new IllegalArgumentException(
          "zeren.basemap.datum is '" + datum + "'; it must be wgs84 or gcj02");
    }
    if (!url.isEmpty() && !(url.contains("{z}") && url.contains("{x}") && url.contains("{y}"))) {
      throw new IllegalArgumentException(
          "zeren.basemap.url must hold {z}, {x} and {y}, such as https://host/{z}/{x}/{y}.png");
    }
  }

  /** Scheme and host of the source, for the content security policy; null without a source. */
  @Nullable String origin() {
    if (url.isEmpty() || url.startsWith("/")) {
      return null;
    }
    int path = url.indexOf('/', url.indexOf("://") + 3);
    String origin = path < 0 ? url : url.substring(0, path);
    return origin.replace("{s}", "*");
  }
}
