package zeren.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An operator's own raster base map, drawn under ours.
 *
 * @param url tile address with {@code {z}}, {@code {x}} and {@code {y}}; empty for none
 * @param datum {@code wgs84} or {@code gcj02}: the datum that the source's tiles are drawn in
 * @param subdomains what {@code {s}} in the address stands for in turn, separated by commas
 * @param attribution who must be named
 * @param approvalNumber 审图号 of the map
 */
@ConfigurationProperties("zeren.basemap")
record BaseMap(
    @DefaultValue("") String url,
    @DefaultValue("wgs84") String datum,
    @DefaultValue("a,b,c") String subdomains,
    @DefaultValue("") String attribution,
    @DefaultValue("") String approvalNumber) {

  /** A part of the host that differs from tile to tile; a policy knows only whole parts. */
  private static final String SUBDOMAIN = "^[A-Za-z0-9-]*\\{s}[A-Za-z0-9-]*";

  /** The host goes into the content security policy, so it may hold nothing that ends an entry. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?<scheme>https?://)(?<host>(?:[A-Za-z0-9-]*\\{s}[A-Za-z0-9-]*\\.)?[A-Za-z0-9.-]+(?::[0-9]+)?)"
              + "(?:[/?]\\S*)?|/(?!/)\\S*)");

  BaseMap {
    if (!datum.equals("wgs84") && !datum.equals("gcj02")) {
      throw new IllegalArgumentException(
          "zeren.basemap.datum is '" + datum + "'; it must be wgs84 or gcj02");
    }
    if (!url.isEmpty()
        && !(ADDRESS.matcher(url).matches()
            && url.contains("{z}")
            && url.contains("{x}")
            && url.contains("{y}"))) {
      throw new IllegalArgumentException(
          "zeren.basemap.url must be a web address or an own path with {z}, {x} and {y}, such as"
              + " https://host/{z}/{x}/{y}.png; {s} may stand in the first part of the host");
    }
  }

  /** Scheme and host of the source, for the content security policy; null without a source. */
  @Nullable String origin() {
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches() || address.group("host") == null) {
      return null;
    }
    return address.group("scheme") + address.group("host").replaceFirst(SUBDOMAIN, "*");
  }
}
