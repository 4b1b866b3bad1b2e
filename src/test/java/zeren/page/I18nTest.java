package zeren.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every text of the pages exists in both languages, and no text is left that nothing shows. */
class I18nTest {

  private static final Path WEB = Path.of("web");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

  /** A whole key between quotes or tags, such as {@code 'desk.all'} or {@code >search.label<}. */
  private static final Pattern LITERAL = Pattern.compile("['\"`}]([a-z]+(?:\\.\\w+)?)(?=['\"`{])");

  /** What must be a key: the argument of {@code t}, or of an attribute for translation. */
  private static final Pattern CERTAIN =
      Pattern.compile(
          "\\bt\\('([\\w.]+)'|\\{\\{#t}}([\\w.]+)\\{\\{/t}}|data-i18n[a-z-]*=\"([\\w.]+)\"|'data-i18n[a-z-]*': '([\\w.]+)'");

  /** The beginning of a key that is put together at run time. */
  private static final Pattern BEGINNING = Pattern.compile("['\"`]([a-z]+\\.)(?:\\$\\{|\\{\\{)");

  private static JsonNode zh;
  private static JsonNode en;
  private static String sources;

  @BeforeAll
  static void read() throws IOException {
    zh = new JsonMapper().readTree(WEB.resolve("i18n/zh.json").toFile());
    en = new JsonMapper().readTree(WEB.resolve("i18n/en.json").toFile());
    StringBuilder all = new StringBuilder();
    // Some pages are written by the server.
    for (Path folder :
        List.of(WEB.resolve("js"), WEB.resolve("pages"), Path.of("src/main/java/zeren/page"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          all.append(Files.readString(file)).append('\n');
        }
      }
    }
    sources = all.toString();
  }

  @Test
  void bothLanguagesHaveTheSameKeysWithTheSamePlaceholders() {
    assertThat(keys(en)).isEqualTo(keys(zh));
    for (String key : keys(zh)) {
      assertThat(all(PLACEHOLDER, en.get(key).asString()))
          .as(key)
          .isEqualTo(all(PLACEHOLDER, zh.get(key).asString()));
    }
  }

  @Test
  void everyKeyThatIsUsedExists() {
    assertThat(all(CERTAIN, sources)).hasSizeGreaterThan(50).isSubsetOf(keys(zh));
    Set<String> keys = keys(zh);
    assertThat(all(BEGINNING, sources))
        .isNotEmpty()
        .allMatch(beginning -> keys.stream().anyMatch(key -> key.startsWith(beginning)));
  }

  @Test
  void everyKeyIsUsed() {
    Set<String> used = all(LITERAL, sources);
    Set<String> beginnings = all(BEGINNING, sources);
    assertThat(keys(zh))
        .allMatch(
            key ->
                used.contains(key) || beginnings.stream().anyMatch(start -> key.startsWith(start)));
  }

  private static Set<String> keys(JsonNode texts) {
    return new TreeSet<>(texts.propertyNames());
  }

  /** The first group that matched, or else the whole of each match. */
  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(I18nTest::firstGroup)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String firstGroup(MatchResult match) {
    for (int i = 1; i <= match.groupCount(); i++) {
      String group = match.group(i);
      if (group != null) {
        return group;
      }
    }
    return match.group();
  }
}
