package zeren.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import zeren.RunningZeren;

/**
 * The machine's own Chromium, headless, on a server that really runs. Whatever a page writes to the
 * console as an error fails the test that closes it, and so does anything the content security
 * policy stopped.
 */
final class Browser implements AutoCloseable {

  /** A desk's screen, and a phone's held upright. */
  enum Screen {
    DESK(1280, 800),
    PHONE(390, 844);

    final int width;
    final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  /** Without a request for so long a page is taken to have all it wants. */
  private static final int QUIET_MILLIS = 100;

  /** What each page has asked for and not got yet. */
  private static final Map<Page, Set<Request>> OPEN_REQUESTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private static final Path PICTURES = Path.of("target", "screenshots");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final RunningZeren zeren;
  private final List<String> errors = new CopyOnWriteArrayList<>();

  Browser(RunningZeren zeren) {
    this.zeren = zeren;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  private static Path executable() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No Chromium on this machine: run bin/check"));
  }

  /** A new window without cookies. */
  Page open(Screen screen) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setHasTouch(screen == Screen.PHONE)
                .setLocale("zh-CN"));
    Page page = context.newPage();
    watchRequests(page);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    return page;
  }

  private static void watchRequests(Page page) {
    Set<Request> open = ConcurrentHashMap.newKeySet();
    AtomicBoolean leaving = new AtomicBoolean();
    OPEN_REQUESTS.put(page, open);
    page.onRequest(
        request -> {
          open.add(request);
          if (request.isNavigationRequest()) {
            leaving.set(true);
          }
        });
    page.onRequestFinished(open::remove);
    page.onRequestFailed(open::remove);
    page.onFrameNavigated(
        frame -> {
          if (leaving.getAndSet(false)) {
            // Of what the page before was still waiting for, no end is told.
            open.clear();
          }
        });
  }

  /** Goes to a path and waits until the page has drawn its first data. */
  void visit(Page page, String path) {
    page.navigate(zeren.baseUrl() + path);
    awaitDrawn(page);
  }

  static void awaitDrawn(Page page) {
    page.waitForSelector("html[data-ready=true]");
    // Tiles may still be on their way.
    awaitQuiet(page);
  }

  /** Waits until nothing is asked of the server, and nothing more for a moment. */
  static void awaitQuiet(Page page) {
    Set<Request> open = OPEN_REQUESTS.get(page);
    if (open == null) {
      page.waitForLoadState(LoadState.NETWORKIDLE);
      return;
    }
    do {
      page.waitForCondition(open::isEmpty);
      page.waitForTimeout(QUIET_MILLIS);
    } while (!open.isEmpty());
  }

  void logIn(Page page) {
    logIn(page, RunningZeren.ADMIN_NAME, RunningZeren.ADMIN_PASSWORD);
  }

  /**
   * Sends what the form of the login page sends, and opens no page; AccountIT fills in the form.
   */
  void logIn(Page page, String name, String password) {
    String login = zeren.baseUrl() + "/login";
    Matcher token =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
            .matcher(page.request().get(login).text());
    assertThat(token.find()).as("the token of the form").isTrue();
    APIResponse answer =
        page.request()
            .post(
                login,
                RequestOptions.create()
                    .setMaxRedirects(0)
                    .setForm(
                        FormData.create()
                            .set("_csrf", token.group(1))
                            .set("username", name)
                            .set("password", password)));
    assertThat(answer.headers().get("location"))
        .as("where the login leads")
        .doesNotContain("login");
  }

  /** Keeps a picture in the build output, for people to look at. */
  static void keep(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(picture(name))
            .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
  }

  /** Where a picture of that name is kept. */
  static Path picture(String name) {
    return PICTURES.resolve(name + ".png");
  }

  /** How many pixels of a square round the middle of an element have just this colour. */
  static long pixels(Page page, String testId, int half, int rgb) {
    var box = page.getByTestId(testId).boundingBox();
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
      int middleX = (int) (box.x + box.width / 2);
      int middleY = (int) (box.y + box.height / 2);
      long count = 0;
      for (int x = middleX - half; x < middleX + half; x++) {
        for (int y = middleY - half; y < middleY + half; y++) {
          if ((picture.getRGB(x, y) & 0xffffff) == rgb) {
            count++;
          }
        }
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing may stick out sideways: a phone would show an empty margin. */
  static void assertFitsTheScreen(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
  }

  /** Called by a test that has provoked errors on purpose. */
  void forgetErrors() {
    errors.clear();
  }

  @Override
  public void close() {
    playwright.close();
    assertThat(errors).as("errors on the consoles of the pages").isEmpty();
  }
}
