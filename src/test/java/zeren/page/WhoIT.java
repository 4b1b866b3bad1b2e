package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/** 此处谁负责: what the public map and the desk say of a place is held against what the API answers. */
class WhoIT extends BrowserTest {

  private static final String IN_THE_ZONE = "113.705063,34.728634";
  private static final Pattern ASKED = Pattern.compile("[?&]who=([^&#]+)");

  WhoIT() {
    super(RunningZeren.reference());
  }

  private Page map(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.visit(page, address);
    return page;
  }

  private Page desk(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void aClickOnTheMapSaysWhoIsResponsibleThere(Screen screen) {
    Page page = map(screen, "/#14/34.7286/113.7051");
    var area = page.getByTestId("map").boundingBox();
    double x = area.x + area.width / 2 + 40;
    double y = area.y + area.height / 2;
    if (screen == Screen.PHONE) {
      page.touchscreen().tap(x, y);
    } else {
      page.mouse().click(x, y);
    }
    Locator card = page.getByTestId("who-card");
    assertThat(card.getByTestId("who-answer").first()).isVisible();
    JsonNode answer = zeren.json("/api/who?" + place(asked(page)));
    assertThat(names(answer, true)).isNotEmpty();
    for (String name : names(answer, true)) {
      assertThat(card).containsText(name);
    }
    assertThat(card.getByTestId("phone").first())
        .hasAttribute("href", Pattern.compile("tel:[0-9+-]+"));
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "who-map-" + screen.name().toLowerCase(java.util.Locale.ROOT));

    page.keyboard().press("Escape");
    assertThat(card).hasCount(0);
    assertThat(page.url()).doesNotContain("who=");
  }

  /** Several offices lead, each for something else: without that it reads as a contradiction. */
  @ParameterizedTest
  @EnumSource(Screen.class)
  void forWhatSomebodyIsResponsibleIsSaidWhereAllTopicsAreAsked(Screen screen) {
    Page page = map(screen, "/?who=" + IN_THE_ZONE);
    Locator topics = page.getByTestId("party-topics");
    page.getByTestId("who-others").locator("summary").click();
    assertThat(topics.filter(new Locator.FilterOptions().setHasText("焚烧")).first()).isVisible();
    long some =
        StreamSupport.stream(
                zeren.json("/api/who?" + place(IN_THE_ZONE)).get("answers").spliterator(), false)
            .filter(one -> !one.get("topics").get(0).asString().equals("all"))
            .count();
    assertThat(topics).hasCount((int) some);
    Browser.assertFitsTheScreen(page);
    topics.last().scrollIntoViewIfNeeded();
    Browser.keep(page, "who-topics-" + screen);
    page.getByTestId("topic-dust").click();
    assertThat(page.getByTestId("topic-dust")).hasAttribute("aria-pressed", "true");
    assertThat(topics).hasCount(0);
  }

  /** Roads are drawn roughly, and their chiefs are invented, though their duty is a real one. */
  @Test
  void whoIsInventedAndWhatIsRoughlyDrawnIsMarked() {
    Page page = map(Screen.PHONE, "/?topic=dust&who=113.7305,34.71963");
    Locator chief = page.locator("[data-testid=who-answer][data-role=road_chief]").first();
    assertThat(chief.locator(".mark")).hasText(new String[] {"合成数据", "范围近似"});
    Locator unit = page.locator("[data-testid=who-answer][data-role=territorial]").first();
    assertThat(unit.locator(".mark")).hasText("范围近似");
    chief.scrollIntoViewIfNeeded();
    Browser.keep(page, "who-marks-phone");
  }

  @Test
  void theKeyboardAsksAboutTheMiddleOfTheMap() {
    Page page = map(Screen.DESK, "/#14/34.7286/113.7051");
    page.getByTestId("map").focus();
    page.keyboard().press("ArrowRight");
    page.waitForTimeout(600);
    Browser.keep(page, "who-cross-desk");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("who-answer").first()).isVisible();
    Matcher middle = Pattern.compile("#14/([0-9.]+)/([0-9.]+)").matcher(page.url());
    assertThat(middle.find()).isTrue();
    String[] place = asked(page).split(",", -1);
    assertThat(Double.parseDouble(place[0]))
        .isCloseTo(
            Double.parseDouble(middle.group(2)), org.assertj.core.data.Offset.offset(0.0001));
    assertThat(Double.parseDouble(place[1]))
        .isCloseTo(
            Double.parseDouble(middle.group(1)), org.assertj.core.data.Offset.offset(0.0001));
  }

  @Test
  void aLinkLeadsToTheSameAnswerAndTheListShowsItAsText() {
    Page page = map(Screen.DESK, "/?view=list&topic=dust&who=" + IN_THE_ZONE);
    JsonNode answer = zeren.json("/api/who?topic=dust&" + place(IN_THE_ZONE));
    Locator direct = page.locator("[data-testid=who] > [data-testid=who-answer]");
    assertThat(direct).hasCount(names(answer, true).size());
    assertThat(page.getByTestId("topic-dust")).hasAttribute("aria-pressed", "true");
    assertThat(page.getByTestId("place-list")).isVisible();
    Browser.keep(page, "who-list-desk");

    page.getByTestId("topic-water").click();
    assertThat(page.getByTestId("topic-water")).hasAttribute("aria-pressed", "true");
    JsonNode water = zeren.json("/api/who?topic=water&" + place(IN_THE_ZONE));
    assertThat(direct).hasCount(names(water, true).size());
    assertThat(page.url()).contains("topic=water");
  }

  @Test
  void theCardOfAFeatureSaysWhoIsResponsibleForIt() {
    Page page = map(Screen.DESK, "/?feature=section/ZZ-W04");
    Locator card = page.getByTestId("section-card");
    JsonNode answer = zeren.json("/api/who?feature=section/ZZ-W04");
    for (String name : names(answer, true)) {
      assertThat(card).containsText(name);
    }
  }

  @Test
  void saysInWordsThatAPlaceIsNearAnEdge() {
    JsonNode corner =
        zeren.json("/ogc/collections/district/items?limit=1000").get("features").get(0);
    JsonNode ring = corner.at("/geometry/coordinates/0");
    JsonNode first = ring.get(0).get(0).isNumber() ? ring.get(0) : ring.get(0).get(0);
    String place = first.get(0).asString() + "," + first.get(1).asString();
    JsonNode answer = zeren.json("/api/who?" + place(place));
    assertThat(answer.get("near_edge")).isNotEmpty();
    Page page = map(Screen.DESK, "/?who=" + place);
    Locator note = page.getByTestId("near-edge");
    assertThat(note).containsText("离边界很近");
    for (JsonNode near : answer.get("near_edge")) {
      assertThat(note).containsText(near.get("name").asString());
    }
    Browser.keep(page, "who-edge-desk");
  }

  @Test
  void saysThatAPlaceIsOutsideOrThatTheServerCannotBeReached() {
    Page page = map(Screen.PHONE, "/?who=111.66,34.75");
    assertThat(page.getByTestId("who-outside")).containsText("不在郑州市");
    Browser.keep(page, "who-outside-phone");
    page.route("**/api/who?**", route -> route.abort());
    page.getByTestId("topic-dust").click();
    assertThat(page.getByTestId("error")).isVisible();
    page.unroute("**/api/who?**");
    page.getByTestId("error").locator("button").click();
    assertThat(page.getByTestId("who-outside")).isVisible();
    browser.forgetErrors();
  }

  @Test
  void theDayOfThePageCounts() {
    Page page = map(Screen.DESK, "/?at=2001-01-01&who=" + IN_THE_ZONE);
    assertThat(page.getByTestId("who-outside")).containsText("还没有登记行政区");
  }

  @Test
  void theDeskTellsEverythingOfAPlaceOnTheMap() {
    Page page = desk(Screen.DESK, "/desk?id=none#15/34.7286/113.7051");
    page.waitForTimeout(500);
    var area = page.getByTestId("map").boundingBox();
    page.mouse().click(area.x + area.width / 2, area.y + area.height / 2, rightButton());
    Locator card = page.getByTestId("who-card");
    Locator rows = card.getByTestId("who-answer");
    assertThat(rows.first()).isVisible();
    JsonNode answer = zeren.jsonAsAdmin("/api/who?" + place(asked(page)));
    assertThat(rows).hasCount(answer.get("answers").size());
    assertThat(card.locator("[data-testid=who-answer][data-effective=false]"))
        .hasCount(names(answer, false).size());
    assertThat(card).containsText("上级，最小的一级在先");
    assertThat(card).containsText(answer.at("/answers/0/basis/document").asString());
    Browser.keep(page, "who-desk");
    page.getByTestId("copy").click();
    assertThat(page.getByTestId("copy")).containsText("已复制");
    page.keyboard().press("Escape");
    assertThat(card).hasCount(0);
  }

  @Test
  void theDeskSetsTheRecordOfAnObjectBesideTheMapAndNamesWhatIsMissing() {
    JsonNode gap = zeren.jsonAsAdmin("/api/zones/station/1320A/joint-control").get("gaps").get(0);
    String object = gap.get("layer").asString() + "/" + gap.get("id").asString();
    Page page = desk(Screen.DESK, "/desk?who=" + object);
    Locator card = page.getByTestId("who-card");
    assertThat(card).containsText(gap.get("name").asString());
    assertThat(card.getByTestId("gaps")).containsText("责任有空白");
    Locator district = card.locator("[data-testid=who-record] tr[data-what=district]");
    JsonNode answer = zeren.jsonAsAdmin("/api/who?feature=" + object);
    assertThat(district).containsText(answer.at("/answers/0/scope/name").asString());
    Browser.keep(page, "who-object-desk");
  }

  @Test
  void theListOfTheDeskLeadsToTheAnswerOnAPhoneToo() {
    Page page = desk(Screen.PHONE, "/desk?id=1320A");
    page.getByTestId("near-row").first().click();
    page.getByTestId("ask-who").click();
    assertThat(page.getByTestId("who-answer").first()).isVisible();
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "who-object-phone");
    page.getByTestId("who-card").locator(".icon-button").click();
    assertThat(page.getByTestId("who-card")).hasCount(0);
  }

  private static com.microsoft.playwright.Mouse.ClickOptions rightButton() {
    return new com.microsoft.playwright.Mouse.ClickOptions()
        .setButton(com.microsoft.playwright.options.MouseButton.RIGHT);
  }

  /** The place that the address of a page asks about: lon,lat. */
  private static String asked(Page page) {
    Matcher asked = ASKED.matcher(page.url());
    assertThat(asked.find()).as(page.url()).isTrue();
    return URLDecoder.decode(asked.group(1), StandardCharsets.UTF_8);
  }

  private static String place(String lonLat) {
    String[] place = lonLat.split(",", -1);
    return "lon=" + place[0] + "&lat=" + place[1];
  }

  private static List<String> names(JsonNode answer, boolean effective) {
    return StreamSupport.stream(answer.get("answers").spliterator(), false)
        .filter(one -> one.get("effective").asBoolean() == effective)
        .map(one -> one.at("/party/name").asString())
        .toList();
  }
}
