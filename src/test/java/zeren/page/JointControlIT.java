package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/** All parties of one zone on one page, which prints whole. */
class JointControlIT extends BrowserTest {

  private static final String ONE = "/desk/joint-control?layer=station&id=1320A";
  private static final String ANSWER = "/api/zones/station/1320A/joint-control";

  JointControlIT() {
    super(RunningZeren.reference());
  }

  private Page page(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  private static Locator rows(Page page, String part) {
    return page.getByTestId(part).locator("tbody tr");
  }

  @Test
  void theDeskLeadsToTheZoneOfAStation() {
    Page page = page(Screen.DESK, "/desk?id=1320A&radius=1000");
    page.getByTestId("group-joint").click();
    Browser.awaitDrawn(page);
    assertThat(page.getByTestId("report")).containsText("经开区管委周边 1 km 联合管控");
    assertThat(page.getByTestId("radius")).hasValue("1000");
  }

  @Test
  void showsAllThatTheServerAnswers() {
    Page page = page(Screen.DESK, ONE);
    JsonNode answer = zeren.jsonAsAdmin(ANSWER);
    assertThat(rows(page, "convened")).hasCount(answer.get("parties_to_convene").size());
    assertThat(rows(page, "districts")).hasCount(answer.get("districts").size());
    assertThat(rows(page, "departments")).hasCount(answer.get("departments").size());
    assertThat(rows(page, "gaps")).hasCount(answer.get("gaps").size());
    assertThat(rows(page, "objects")).hasCount(answer.get("objects").size());
    long deciding =
        StreamSupport.stream(answer.get("cells").spliterator(), false)
            .filter(cell -> cell.get("decides").asBoolean())
            .count();
    assertThat(rows(page, "cells")).hasCount((int) deciding);
    assertThat(page.locator("[data-testid=zone-map] [data-object]"))
        .hasCount(answer.get("objects").size());
    assertThat(rows(page, "districts").first())
        .containsText(answer.at("/districts/0/name").asString());
    assertThat(page.getByTestId("cells").getByTestId("phone").first())
        .hasAttribute("href", Pattern.compile("tel:.+"));
    Browser.keep(page, "joint-desk");

    page.getByTestId("radius-1000").click();
    JsonNode near = zeren.jsonAsAdmin(ANSWER + "?radius=1000");
    assertThat(rows(page, "objects")).hasCount(near.get("objects").size());
    assertThat(page.url()).contains("radius=1000");
    Browser.keep(page, "joint-1km-desk");
  }

  @Test
  void allStationsStandInOneTable() {
    Page page = page(Screen.DESK, ONE);
    page.getByTestId("centre").selectOption("");
    JsonNode zones = zeren.jsonAsAdmin("/api/zones/station/joint-control?level=national");
    assertThat(page.getByTestId("zone")).hasCount(zones.get("zones").size());
    Browser.keep(page, "joint-all-desk");
    page.locator("[data-testid=zone][data-id='1320A']").click();
    Browser.awaitDrawn(page);
    assertThat(page.getByTestId("report")).containsText("经开区管委");
  }

  @Test
  void theWorkbookIsThatOfTheZoneShown() throws IOException {
    Page page = page(Screen.DESK, ONE + "&radius=1000");
    assertThat(page.getByTestId("xlsx")).hasAttribute("href", Pattern.compile(".*radius=1000.*"));
    Download book = page.waitForDownload(() -> page.getByTestId("xlsx").click());
    assertThat(book.suggestedFilename()).endsWith(".xlsx");
    assertThat(Files.size(book.path())).isGreaterThan(2000);
  }

  @Test
  void printsWholeWithHeadsRepeatedAndAFootOnEachPage() throws IOException {
    Page page = page(Screen.DESK, ONE);
    byte[] pdf =
        page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
    Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(Path.of("target", "screenshots", "joint-control.pdf"), pdf);
    List<String> pages = PdfText.pages(pdf);
    JsonNode answer = zeren.jsonAsAdmin(ANSWER);

    assertThat(pages).hasSizeGreaterThan(3);
    String day = answer.get("at").asString();
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i))
          .as("page %d", i + 1)
          .contains((i + 1) + " / " + pages.size())
          .contains("数据 " + day)
          .contains("打印 ");
    }
    String whole = String.join("", pages);
    JsonNode objects = answer.get("objects");
    for (JsonNode object : objects) {
      assertThat(whole).containsPattern(drawn(object.get("name").asString()));
    }
    assertThat(pages.get(0)).contains("1 km").contains("管城回族区");
    // The table of objects fills several pages, and its head is on each of them.
    List<String> withHead = pages.stream().filter(text -> text.contains("序号")).toList();
    assertThat(withHead).hasSizeGreaterThan(1);
    assertThat(withHead.get(withHead.size() - 1))
        .containsPattern(drawn(objects.get(objects.size() - 1).get("name").asString()));
  }

  /** Fonts name some characters by a radical that looks the same. */
  private static Pattern drawn(String text) {
    StringBuilder pattern = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .forEach(
            one ->
                pattern.append(
                    Character.isIdeographic(one)
                        ? "[%s\\x{2E80}-\\x{2EFF}]".formatted(Character.toString(one))
                        : Pattern.quote(Character.toString(one))));
    return Pattern.compile(pattern.toString());
  }

  @Test
  void fitsAPhoneAndSaysWhatIsWrongWithAnAddress() {
    Page page = page(Screen.PHONE, ONE);
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "joint-phone");
    browser.visit(page, "/desk/joint-control?layer=station&id=none");
    assertThat(page.getByTestId("error")).containsText("它可能已被删除");
    browser.forgetErrors();
  }
}
