package zeren.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import java.time.LocalDate;
import java.util.List;
import zeren.account.FirstLogin;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.page.Browser.Screen;

/** A grid manager in the field, with a phone in the hand. */
abstract class MyTest extends BrowserTest {

  MyTest() {
    super(MyTown.start());
  }

  Page my(Screen screen, String query) {
    Page page = browser.open(screen);
    page.context().grantPermissions(List.of("geolocation"));
    page.context().setGeolocation(new Geolocation(MyTown.LAT, MyTown.LON).setAccuracy(12));
    page.navigate(zeren.baseUrl() + "/my" + query);
    page.getByTestId("username").fill(MyTown.MANAGER);
    page.getByTestId("password").fill(FirstLogin.PASSWORD);
    page.getByTestId("login").click();
    Browser.awaitDrawn(page);
    return page;
  }

  static Locator row(Page page, String id) {
    return page.locator("[data-testid=own-row][data-id='site/" + id + "']");
  }

  void record(FeatureDraft site) {
    FeatureDraft today =
        new FeatureDraft(
            "site",
            site.id(),
            site.geometry(),
            site.properties(),
            LocalDate.now().minusDays(1),
            null);
    zeren.bean(FeatureStore.class).record(List.of(today), "tester");
  }
}
