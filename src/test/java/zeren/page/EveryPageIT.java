package zeren.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/**
 * Every page there is, over the reference city: open to all as axe-core judges, no wider than its
 * screen, and kept as a picture, by day in Chinese and by night in English.
 */
class EveryPageIT extends BrowserTest {

  /** Templates of pages and where they are seen; a name and a second address for another view. */
  private static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("account", "/account"),
              Map.entry("admin", "/admin"),
              Map.entry("admin-accounts", "/admin?view=accounts"),
              Map.entry("admin-account", "/admin?view=accounts&account=admin"),
              Map.entry("admin-health", "/admin?view=health"),
              Map.entry("admin-imports", "/admin?view=imports"),
              Map.entry("admin-layer", "/admin?view=layers&layer=site&tab=about"),
              Map.entry("admin-parties", "/admin?view=parties"),
              Map.entry("admin-start", "/admin?view=start"),
              Map.entry("admin-tokens", "/admin?view=tokens"),
              Map.entry("admin-trail", "/admin?view=trail"),
              Map.entry("api", "/api"),
              Map.entry("audit", "/desk/audit"),
              Map.entry("cell", "/cell/410103-T001"),
              Map.entry("cells", "/cell"),
              Map.entry("desk", "/desk"),
              Map.entry("error", "/nowhere"),
              Map.entry("joint-control", "/desk/joint-control?layer=station&id=1320A"),
              Map.entry("login", "/login"),
              Map.entry("map", "/"),
              Map.entry("map-who", "/?who=113.62,34.75"),
              Map.entry("my", "/my?cell=410103-T001"),
              Map.entry("ogc-landing", "/ogc?f=html"),
              Map.entry("ogc-conformance", "/ogc/conformance?f=html"),
              Map.entry("ogc-collections", "/ogc/collections?f=html"),
              Map.entry("ogc-collection", "/ogc/collections/station?f=html"),
              Map.entry("ogc-items", "/ogc/collections/station/items?f=html"),
              Map.entry("ogc-item", "/ogc/collections/station/items/1320A?f=html"),
              Map.entry("ogc-queryables", "/ogc/collections/station/queryables?f=html"),
              Map.entry("ogc-refused", "/ogc/collections/station/items?f=html&limit=none")));

  private final Map<String, Page> windows = new HashMap<>();

  EveryPageIT() {
    super(RunningZeren.reference());
  }

  static Stream<Arguments> pages() {
    return PAGES.keySet().stream()
        .flatMap(
            name ->
                Stream.of(Screen.values())
                    .flatMap(
                        screen ->
                            Stream.of("zh", "en")
                                .map(language -> Arguments.of(name, screen, language))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isOpenToAllAndFits(String name, Screen screen, String language) {
    String address = String.valueOf(PAGES.get(name));
    boolean inside = Stream.of("/account", "/my", "/desk", "/admin").anyMatch(address::startsWith);
    Page page = page(screen, language, inside);
    page.navigate(
        zeren.baseUrl() + address + (address.contains("?") ? "&" : "?") + "lang=" + language);
    Browser.awaitQuiet(page);
    page.waitForFunction(
        "() => document.documentElement.dataset.ready === 'true'"
            + " || !document.querySelector('script[type=module]')");
    Browser.keep(
        page,
        "every-" + name + "-" + screen.name().toLowerCase(java.util.Locale.ROOT) + "-" + language);
    assertThat(page.title()).isNotBlank();
    Browser.assertFitsTheScreen(page);
    Axe.assertOpenToAll(page);
    if (name.equals("error") || name.equals("ogc-refused")) {
      browser.forgetErrors();
    }
  }

  /** One window for all pages that are looked at in the same way. */
  private Page page(Screen screen, String language, boolean inside) {
    return windows.computeIfAbsent(
        screen + language + inside,
        key -> {
          Page page = browser.open(screen);
          if (inside) {
            browser.logIn(page);
          }
          page.emulateMedia(
              new Page.EmulateMediaOptions()
                  .setColorScheme(language.equals("en") ? ColorScheme.DARK : ColorScheme.LIGHT));
          return page;
        });
  }

  @Test
  void noTemplateIsLeftOut() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("web/pages"))) {
      assertThat(PAGES.keySet())
          .containsAll(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> file.endsWith(".html"))
                  .map(file -> file.replace(".html", ""))
                  .collect(Collectors.toSet()));
    }
  }
}
