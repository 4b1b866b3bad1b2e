package zeren.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Renders the templates in {@code web/pages}, which include one another by {@code {{> part/name}}};
 * values are escaped for HTML.
 */
@Component
class Pages {

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(Pages::open);

  private final Map<String, Template> templates = new ConcurrentHashMap<>();
  private final Map<String, Object> common;
  private final Messages messages;

  Pages(BaseMap baseMap, BuildProperties build, Messages messages) {
    this.messages = messages;
    this.common =
        Map.of(
            "importMap", ImportMap.JSON,
            "version", String.valueOf(build.getVersion()),
            "basemapUrl", baseMap.url(),
            "basemapDatum", baseMap.datum(),
            "basemapSubdomains", baseMap.subdomains(),
            "basemapAttribution", baseMap.attribution(),
            "approvalNumber", baseMap.approvalNumber());
  }

  /**
   * @param values with the language as {@code lang}; {@code {{#t}}key{{/t}}} is a text in it
   */
  String render(String page, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(common);
    String language = String.valueOf(values.get("lang"));
    all.put(
        "t",
        (Mustache.Lambda)
            (key, out) -> out.write(Escapers.HTML.escape(messages.text(language, key.execute()))));
    all.putAll(values);
    return templates.computeIfAbsent(page, Pages::compile).execute(all);
  }

  private static Template compile(String page) {
    try (Reader in = open(page)) {
      return COMPILER.compile(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader open(String name) throws IOException {
    return new InputStreamReader(
        new ClassPathResource("web/pages/" + name + ".html").getInputStream(),
        StandardCharsets.UTF_8);
  }
}
