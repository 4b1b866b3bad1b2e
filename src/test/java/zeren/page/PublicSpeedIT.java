package zeren.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/**
 * What an old phone has to load over 3G: counted as bytes on the line, with their headers. Times
 * are printed and not judged, since they are the machine's as well.
 */
class PublicSpeedIT extends BrowserTest {

  /** Without the data of the map. */
  private static final int MOST_BYTES = 300_000;

  PublicSpeedIT() {
    super(RunningZeren.reference());
  }

  /** What came over the line, by whether it is data of the map. */
  private static final class Line {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, Integer> bytes = new ConcurrentHashMap<>();

    /** 1.6 Mbit/s down and 300 ms there and back, on a processor a quarter as fast as this one. */
    static Line slow(Page page) {
      CDPSession session = page.context().newCDPSession(page);
      Line line = new Line();
      session.on("Network.responseReceived", line::answered);
      session.on("Network.loadingFinished", line::finished);
      session.send("Network.enable");
      JsonObject threeG = new JsonObject();
      threeG.addProperty("offline", false);
      threeG.addProperty("latency", 300);
      threeG.addProperty("downloadThroughput", 1_600_000 / 8);
      threeG.addProperty("uploadThroughput", 768_000 / 8);
      session.send("Network.emulateNetworkConditions", threeG);
      JsonObject slower = new JsonObject();
      slower.addProperty("rate", 4);
      session.send("Emulation.setCPUThrottlingRate", slower);
      return line;
    }

    private void answered(JsonObject event) {
      addresses.put(
          event.get("requestId").getAsString(),
          event.getAsJsonObject("response").get("url").getAsString());
    }

    private void finished(JsonObject event) {
      bytes.merge(
          event.get("requestId").getAsString(),
          event.get("encodedDataLength").getAsInt(),
          Integer::sum);
    }

    int requests() {
      return bytes.size();
    }

    int sum(boolean ofMap) {
      return bytes.entrySet().stream()
          .filter(one -> isOfMap(addresses.getOrDefault(one.getKey(), "")) == ofMap)
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    private static boolean isOfMap(String address) {
      return address.contains("/tiles/") || address.contains("/ogc/") || address.contains("/api/");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/cell", "/cell/410103", "/cell/410103-T001"})
  void theFirstViewIsLightEnoughForAnOldPhone(String path) {
    Page page = browser.open(Screen.PHONE);
    Line line = Line.slow(page);
    page.navigate(zeren.baseUrl() + path);
    boolean isMap = path.equals("/");
    if (isMap) {
      Browser.awaitDrawn(page);
    }
    page.waitForTimeout(500);
    System.out.printf(
        Locale.ROOT,
        "%s on 3G: text %.1f s, %s; %d requests, %.0f kB and %.0f kB of map data%n",
        path,
        seconds(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"),
        isMap
            ? String.format(
                Locale.ROOT,
                "map %.1f s",
                seconds(page, "performance.getEntriesByName('zeren-ready')[0].startTime"))
            : "whole",
        line.requests(),
        line.sum(false) / 1e3,
        line.sum(true) / 1e3);
    assertThat(line.sum(false)).isBetween(5_000, MOST_BYTES);
  }

  private static double seconds(Page page, String milliseconds) {
    return ((Number) page.evaluate(milliseconds)).doubleValue() / 1000;
  }

  /** Names and links are there as soon as the page itself is, before any script has come. */
  @Test
  void thereIsSomethingToReadWithoutScripts() {
    Page page = browser.open(Screen.PHONE);
    page.route("**/*.js", route -> route.abort());
    page.navigate(zeren.baseUrl() + "/");
    assertThat(page.getByTestId("first-list").innerText()).contains("巩义七里铺", "经开区管委", "网格公示");
    int places =
        Stream.of("section", "station", "reach", "road")
            .mapToInt(
                layer ->
                    zeren
                        .json("/ogc/collections/" + layer + "/items")
                        .path("numberMatched")
                        .asInt())
            .sum();
    assertThat(places).isGreaterThan(28);
    assertThat(page.getByTestId("first-list").locator("a").count()).isEqualTo(1 + places);
    Browser.keep(page, "map-no-scripts-phone");
    page.getByTestId("first-list").locator("a").first().click();
    assertThat(page.getByTestId("cells-page").innerText()).contains("二七区县级网格");
    browser.forgetErrors();
  }
}
