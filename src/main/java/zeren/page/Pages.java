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

  Pages(BaseMap baseMap, BuildProperties build, Messages messages, ModuleGraph modules) {
    this.messages = messages;
    this.common =
        Map.of(
            "importMap", ImportMap.JSON,
            "modules", modulesOf(modules),
            "version", String.valueOf(build.getVersion()),
            "basemapUrl", baseMap.url(),
            "basemapDatum", baseMap.datum(),
            "basemapSubdomains", baseMap.subdomains(),
            "basemapAttribution", baseMap.attribution(),
            "approvalNumber", baseMap.approvalNumber());
  }

  /** {@code {{#modules}}/js/page.js{{/modules}}} is the module, and asks for all it imports. */
  private static Mustache.Lambda modulesOf(ModuleGraph modules) {
    return (entry, out) -> {
      for (String module : modules.of(entry.execute())) {
        out.write("<link rel=\"modulepreload\" href=\"" + Escapers.HTML.escape(module) + "\">\n  ");
      }
      out.write(
          "<script type=\"module\" src=\""
              + Escapers.HTML.escape(entry.execute())
              + "\"></script>");
    };
  }

  /**
   * @param values with the language as {@code lang}; a text in it stands between {@code {{#t}}} and
   *     {@code {{/t}}}
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
