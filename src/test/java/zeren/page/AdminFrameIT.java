package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import zeren.page.Browser.Screen;

/** What holds for all sections of the operator's page: what is unsaved, and who is logged in. */
class AdminFrameIT extends BrowserTest {

  AdminFrameIT() {
    super(OfficeTown.start());
  }

  private Page admin(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  /** As if somebody came back to the page after so many minutes. */
  private static void later(Page page, int minutes) {
    page.clock().setFixedTime(Date.from(Instant.now().plusSeconds(60L * minutes)));
  }

  @Test
  void whoseLoginHasEndedIsToldAndGoesOnAfterwards() {
    for (Screen screen : Screen.values()) {
      Page page = admin(screen, "/admin?view=edit&feature=site/G-1");
      String written = "写到一半 " + screen;
      page.getByTestId("field-note").fill(written);
      page.context().clearCookies();
      later(page, 31);
      page.getByTestId("field-note").focus();
      page.keyboard().press("End");
      assertThat(page.getByTestId("session-ended")).containsText("admin");
      Browser.keep(page, "admin-session-ended-" + screen);
      Axe.assertOpenToAll(page);
      Browser.assertFitsTheScreen(page);
      browser.logIn(page);
      later(page, 33);
      page.keyboard().press("Home");
      assertThat(page.getByTestId("session-ended")).hasCount(0);
      page.getByTestId("save").click();
      assertThat(page.getByTestId("history")).containsText(written);
      browser.forgetErrors();
      page.context().close();
    }
  }

  @Test
  void aSectionThatAnswersLateDoesNotCoverTheNextOne() {
    Page page = admin(Screen.DESK, "/admin?view=layers");
    CompletableFuture<Route> held = new CompletableFuture<>();
    page.route("**/api/trail/choices", held::complete);
    page.getByTestId("section-trail").click();
    page.waitForCondition(held::isDone);
    page.getByTestId("section-accounts").click();
    page.getByTestId("new-account").click();
    page.getByTestId("account-name").fill("新同事");
    held.join().resume();
    Browser.awaitQuiet(page);
    assertThat(page.getByTestId("account-name")).hasValue("新同事");
    assertThat(page.getByTestId("trail-q")).hasCount(0);
    page.context().close();
  }

  @Test
  void whatIsUnsavedIsAskedAboutOnce() {
    Page page = admin(Screen.DESK, "/admin?view=accounts&new=1");
    page.getByTestId("account-name").fill("新同事");
    page.locator("[data-language-switch]").click();
    assertThat(page.getByTestId("section-accounts")).containsText("Accounts");
    assertThat(page.getByTestId("account-name")).hasValue("新同事");
    page.locator("[data-language-switch]").click();

    List<String> asked = new ArrayList<>();
    page.onDialog(
        (Dialog dialog) -> {
          asked.add(dialog.type());
          dialog.dismiss();
        });
    page.evaluate("location.assign('/desk')");
    page.waitForCondition(() -> !asked.isEmpty());
    assertThat(asked).containsExactly("beforeunload");
    assertThat(page.getByTestId("account-name")).hasValue("新同事");

    page.getByTestId("section-health").click();
    Locator question = page.getByRole(AriaRole.DIALOG);
    assertThat(question).isVisible();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("health-sum")).isVisible();
    assertThat(question).hasCount(0);
    page.context().close();
  }

  @Test
  void closingAnAccountAsksAboutWhatIsUnsavedFirst() {
    Page page = admin(Screen.DESK, "/admin?view=accounts&account=admin");
    page.getByTestId("account-role").selectOption("viewer");
    page.getByTestId("account-close").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("没保存的改动");
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("account-role")).hasValue("viewer");
    assertThat(page).hasURL(Pattern.compile(".*account=admin"));
    page.context().close();
  }
}
