package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.RunningZeren;
import zeren.geo.Gcj02;
import zeren.geo.LonLat;
import zeren.geo.WebMercator;
import zeren.page.Browser.Screen;

/**
 * An operator's own base map in GCJ-02. Its tiles are made here: white, with a red square where
 * that datum puts one place. On the map the square must lie at the place itself, because our
 * features are not moved.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaseMapIT {

  private static final LonLat PLACE = new LonLat(113.65, 34.75);
  private static final LonLat PLACE_IN_GCJ02 = Gcj02.forward(PLACE.lon(), PLACE.lat());
  private static final int RED = 0xff0000;
  private static final int HALF = 6;
  private static final Pattern TILE = Pattern.compile(".*/(\\d+)/(\\d+)/(\\d+)\\.png");

  private RunningZeren zeren;
  private Browser browser;

  @BeforeAll
  void start() {
    zeren =
        RunningZeren.start(
            "--zeren.reference=false",
            "--zeren.basemap.url=http://basemap.test/{z}/{x}/{y}.png",
            "--zeren.basemap.datum=gcj02",
            "--zeren.basemap.attribution=测试底图",
            "--zeren.basemap.approval-number=审图号 TEST-0001");
    browser = new Browser(zeren);
  }

  @AfterAll
  void stop() {
    browser.close();
    zeren.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 15, 17})
  void aBaseMapInAnotherDatumLiesUnderTheRightPlace(int zoom) {
    Page page = browser.open(Screen.DESK);
    page.route("http://basemap.test/**", BaseMapIT::answer);
    browser.visit(page, "/#%d/%s/%s".formatted(zoom, PLACE.lat(), PLACE.lon()));
    page.waitForTimeout(1500);
    Browser.keep(page, "basemap-gcj02-" + zoom);

    // A square of 12 pixels with its middle in the middle of the map, give or take a pixel a side.
    assertThat(Browser.pixels(page, "map", HALF + 2, RED)).isGreaterThan(9 * 9);
    assertThat(Browser.pixels(page, "map", HALF + 2, RED))
        .isEqualTo(Browser.pixels(page, "map", HALF + 30, RED));
  }

  @Test
  void namesItsSourceAndApprovalNumber() {
    Page page = browser.open(Screen.PHONE);
    page.route("http://basemap.test/**", BaseMapIT::answer);
    browser.visit(page, "/");
    assertThat(page.getByTestId("approval-number")).containsText("TEST-0001");
    assertThat(page.locator("body")).containsText("测试底图");
    Browser.keep(page, "map-without-data-phone");
  }

  private static void answer(Route route) {
    Matcher tile = TILE.matcher(route.request().url());
    assertThat(tile.matches()).isTrue();
    int zoom = Integer.parseInt(tile.group(1));
    double scale = 256 * Math.scalb(1.0, zoom) / WebMercator.WORLD_METRES;
    double x = (WebMercator.x(PLACE_IN_GCJ02.lon()) + WebMercator.WORLD_METRES / 2) * scale;
    double y = (WebMercator.WORLD_METRES / 2 - WebMercator.y(PLACE_IN_GCJ02.lat())) * scale;
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("image/png")
            .setBodyBytes(
                picture(
                    (int) Math.rint(x - 256.0 * Integer.parseInt(tile.group(2))),
                    (int) Math.rint(y - 256.0 * Integer.parseInt(tile.group(3))))));
  }

  private static byte[] picture(int x, int y) {
    BufferedImage picture = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 256, 256);
    pen.setColor(Color.RED);
    pen.fillRect(x - HALF, y - HALF, 2 * HALF, 2 * HALF);
    pen.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
