package zeren.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address under which the public knows this service.
 *
 * @param publicAddress such as {@code https://map.example.org}; empty for the one that was asked
 */
@ConfigurationProperties("zeren")
record PublicAddress(@DefaultValue("") String publicAddress) {

  PublicAddress {
    if (!publicAddress.isEmpty()
        && !publicAddress.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?")) {
      throw new IllegalArgumentException(
          "zeren.public-address is '"
              + publicAddress
              + "'; it must be a web address such as https://map.example.org");
    }
    publicAddress = publicAddress.replaceFirst("/+$", "");
  }

  /**
   * A page of ours as somebody else can open it.
   *
   * @param path encoded, beginning with a slash
   */
  String of(String path, HttpServletRequest asked) {
    String base =
        publicAddress.isEmpty()
            ? ServletUriComponentsBuilder.fromContextPath(asked).build().toUriString()
            : publicAddress;
    return URI.create(base + path).toString();
  }
}
