package zeren.ogc.web;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Whole addresses of what this module serves, as the client of the present request calls it. */
final class Addresses {

  private Addresses() {}

  /** An address below {@code /ogc}; ids in it are encoded here. */
  static String of(String... segments) {
    StringBuilder address =
        new StringBuilder(ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
    address.append("/ogc");
    for (String segment : segments) {
      address.append('/').append(encoded(segment));
    }
    return address.toString();
  }

  /** The address asked for. */
  static String current() {
    return current(builder -> {});
  }

  /** The address asked for with other parameters, whose values must be encoded. */
  static String current(Consumer<UriComponentsBuilder> change) {
    ServletUriComponentsBuilder builder = ServletUriComponentsBuilder.fromCurrentRequest();
    change.accept(builder);
    // The query is encoded already, as it came.
    return builder.build().toUriString();
  }

  /**
   * The address asked for, from another feature on.
   *
   * @param parameter {@link ItemsPage#AFTER} or {@link ItemsPage#BEFORE}
   */
  static String ofPage(String parameter, String id) {
    return current(
        to ->
            to.replaceQueryParam(ItemsPage.OFFSET)
                .replaceQueryParam(ItemsPage.AFTER)
                .replaceQueryParam(ItemsPage.BEFORE)
                .replaceQueryParam(parameter, encoded(id)));
  }

  static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
