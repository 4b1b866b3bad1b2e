package zeren.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the pages' bare module names lead: to the WebJars. An import map must stand in the page
 * itself, so the content security policy names its hash.
 */
final class ImportMap {

  /** The address of each module by its name. */
  static final Map<String, String> MODULES =
      Map.of(
          "leaflet", "/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js",
          "pbf", "/webjars/pbf/4.0.1/index.js");

  static final String JSON =
      MODULES.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(module -> "\"%s\": \"%s\"".formatted(module.getKey(), module.getValue()))
          .collect(Collectors.joining(", ", "{\"imports\": {", "}}"));

  private ImportMap() {}

  /** As a source expression for {@code script-src}. */
  static String hashSource() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(JSON.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
