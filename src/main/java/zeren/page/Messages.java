package zeren.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The texts of the pages, for what the server writes itself: the same files that scripts read. */
@Component
class Messages {

  private final JsonMapper json;
  private final Map<String, Map<String, String>> read = new ConcurrentHashMap<>();

  Messages(JsonMapper json) {
    this.json = json;
  }

  /** A missing key shows itself. */
  String text(String language, String key) {
    return read.computeIfAbsent(language, this::load).getOrDefault(key, key);
  }

  /** With {@code {name}} replaced by the value of that name. */
  String text(String language, String key, Map<String, ?> values) {
    String text = text(language, key);
    for (Map.Entry<String, ?> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
    }
    return text;
  }

  private Map<String, String> load(String language) {
    try (InputStream in =
        new ClassPathResource("web/i18n/" + language + ".json").getInputStream()) {
      return json.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
