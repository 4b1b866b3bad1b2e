package zeren.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** The published pages of cells as they leave the server, before any script. */
class CellPageHttpIT {

  private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
  private static final LocalDate LATER = LocalDate.of(2024, 5, 1);
  private static final String HARD_ID = "乡/1 <b>";
  private static final String HARD_NAME = "<script>alert(1)</script>'\"; DROP TABLE 网格--";

  private static final RunningZeren ZEREN =
      RunningZeren.start(
          "--zeren.reference=false",
          "--zeren.layers=src/test/resources/own-layers",
          "--zeren.public-address=https://map.example.org/");

  static {
    FeatureStore store = ZEREN.bean(FeatureStore.class);
    Geometry county = Shapes.rectangle(113.5, 34.7, 113.7, 34.8);
    Geometry west = Shapes.rectangle(113.5, 34.7, 113.6, 34.8);
    store.record(
        List.of(
            draft(
                "district",
                "d",
                county,
                Map.of("name", "甲县", "kind", "county", "city", "小城"),
                FOUNDED),
            cell("c", "甲县网格", "county", null, "张一", "010-1", county, FOUNDED),
            cell("w", "西乡网格", "township", "c", "李二", "010-2", west, FOUNDED),
            cell(
                HARD_ID,
                HARD_NAME,
                "township",
                "c",
                null,
                null,
                Shapes.rectangle(113.6, 34.7, 113.7, 34.8),
                FOUNDED),
            cell(
                "orphan",
                "失了上级的网格",
                "village",
                "ended",
                "赵四",
                "010-4",
                Shapes.rectangle(113.4, 34.7, 113.45, 34.8),
                FOUNDED),
            draft(
                "outfall",
                "pipe",
                Shapes.point(113.55, 34.75),
                Map.of("name", "一号排口", "informant", "neighbour"),
                FOUNDED),
            draft("outfall", "edge", Shapes.point(113.6, 34.75), Map.of("name", "界上排口"), FOUNDED),
            draft("outfall", "out", Shapes.point(113.65, 34.75), Map.of("name", "界外排口"), FOUNDED),
            draft(
                "site",
                "secret",
                Shapes.point(113.55, 34.76),
                Map.of("name", "内部工地", "type", "building"),
                FOUNDED)),
        "tester");
    store.record(List.of(cell("w", "西乡网格", "township", "c", "王三", "010-3", west, LATER)), "tester");
  }

  private static FeatureDraft cell(
      String id,
      String name,
      String level,
      @Nullable String parent,
      @Nullable String chief,
      @Nullable String phone,
      Geometry area,
      LocalDate from) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("level", level);
    values.put("parent", parent);
    values.put("district", "甲县");
    values.put("chief", chief);
    values.put("phone", phone);
    values.put("daily_tasks", "每天巡查；看到焚烧马上上报");
    return draft("grid_cell", id, area, values, from);
  }

  private static FeatureDraft draft(
      String layer,
      String id,
      Geometry place,
      Map<String, ? extends @Nullable Object> properties,
      LocalDate from) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(properties);
    values.put("source", "hand-made");
    return new FeatureDraft(layer, id, place, values, from, null);
  }

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static String page(String path) {
    HttpResponse<String> answer = ZEREN.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    return answer.body();
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void itNamesTheChiefThePhoneTheTasksAndTheWayUpAndDown() {
    String west = page("/cell/w");
    assertThat(west)
        .contains("西乡网格", "王三", "tel:0103", "<li>每天巡查</li>", "<li>看到焚烧马上上报</li>")
        .contains("小城", "<a href=\"/cell/c\">甲县网格</a>")
        .doesNotContain("李二");
    String county = page("/cell/c");
    assertThat(county).contains("张一", "href=\"/cell/w\"", "王三", "010-3", "还没有登记网格长");
    assertThat(page("/cell")).contains("甲县网格", "张一").doesNotContain("西乡网格");
  }

  @Test
  void itTellsWhoItWasOnAnEarlierDay() {
    assertThat(page("/cell/w?at=2022-01-01"))
        .contains("李二", "2022-01-01", "href=\"/cell/c?at&#x3D;2022-01-01\"")
        .contains("<meta name=\"robots\" content=\"noindex\">")
        .doesNotContain("王三");
    assertThat(ZEREN.get("/cell/w?at=2019-01-01").statusCode()).isEqualTo(404);
    assertThat(ZEREN.get("/cell/w?at=yesterday").statusCode()).isEqualTo(400);
  }

  /** On the edge is in both cells, as for the question who is responsible. */
  @Test
  void itListsWhatIsPublicAndLiesInIt() {
    assertThat(page("/cell/w")).contains("一号排口", "界上排口").doesNotContain("界外排口");
    assertThat(page("/cell/" + encoded(HARD_ID))).contains("界外排口", "界上排口").doesNotContain("一号排口");
  }

  @Test
  void nothingInternalIsOnItWhoeverLooks() {
    String west = page("/cell/w");
    assertThat(west).doesNotContain("内部工地").doesNotContain("举报人").doesNotContain("邻居");
    assertThat(ZEREN.getAsAdmin("/cell/w").body()).isEqualTo(west);
  }

  @Test
  void whatIsHardInMarkupIsText() {
    String hard = page("/cell/" + encoded(HARD_ID));
    assertThat(hard).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    assertThat(hard).contains("https://map.example.org/cell/" + encoded(HARD_ID));
  }

  @Test
  void itSpeaksEnglishAndItsLinksDo() {
    String english = page("/cell/w?lang=en");
    assertThat(english).contains("<html lang=\"en\">", "Grid chief", "Outfall");
    assertThat(english).contains("href=\"/cell/c?lang&#x3D;en\"").doesNotContain("网格长");
  }

  @Test
  void aCellWhoseParentIsGoneIsListedWithTheHighest() {
    String all = page("/cell");
    assertThat(all).contains("甲县网格", "失了上级的网格").doesNotContain("西乡网格", "not-listed");
  }

  @Test
  void anUnknownCellIsAPageThatSaysSo() {
    HttpResponse<String> answer =
        ZEREN.send(ZEREN.request("/cell/none").header("Accept", "text/html"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("data-testid=\"error\"");
    assertThat(ZEREN.get("/cell/none/share.png").statusCode()).isEqualTo(404);
  }

  /** The public address is the one of the configuration, whatever host was asked. */
  @Test
  void searchEnginesFindTheCellsAndNothingElse() {
    assertThat(page("/robots.txt"))
        .contains("Disallow: /admin", "Sitemap: https://map.example.org/sitemap.xml");
    assertThat(page("/sitemap.xml")).contains("<loc>https://map.example.org/sitemap/1.xml</loc>");
    assertThat(page("/sitemap/1.xml"))
        .contains(
            "<loc>https://map.example.org/</loc>", "<loc>https://map.example.org/cell/w</loc>")
        .contains("<loc>https://map.example.org/cell/" + encoded(HARD_ID) + "</loc>");
    for (String wrong : List.of("0", "2", "-1", "9999999999", "x")) {
      assertThat(ZEREN.get("/sitemap/" + wrong + ".xml").statusCode()).as(wrong).isIn(400, 404);
    }
  }

  @Test
  void thePictureOfALinkShowsTheCell() throws IOException {
    HttpResponse<byte[]> answer = ZEREN.sendForBytes(ZEREN.request("/cell/w/share.png"));
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(picture.getWidth()).isEqualTo(1200);
    assertThat(picture.getHeight()).isEqualTo(630);
    // The cell is higher than wide and stands in the middle; all around is other land.
    assertThat(picture.getRGB(600, 200) & 0xffffff).isEqualTo(0xd3e6e2);
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < 1200; x++) {
      colours.add(picture.getRGB(x, 400) & 0xffffff);
    }
    assertThat(colours).contains(0x0b6e6e, 0xece9e1, 0xf4f2ec);
  }

  /** What is corrected is not kept by whoever passed it on. */
  @Test
  void thePictureOfALinkIsAskedForAgainAndIsOfTheDayOfThePage() {
    HttpResponse<String> picture = ZEREN.get("/cell/w/share.png");
    assertThat(picture.headers().firstValue("Cache-Control")).hasValue("no-cache");
    String tag = picture.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        ZEREN.send(ZEREN.request("/cell/w/share.png").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(page("/cell/w?at=2021-01-01")).contains("/cell/w/share.png?at&#x3D;2021-01-01");
    assertThat(ZEREN.get("/cell/w/share.png?at=2019-01-01").statusCode()).isEqualTo(404);
  }
}
