package zeren.page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import zeren.RunningZeren;

/** One browser for all tests of a class, on one running service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  final RunningZeren zeren;
  final Browser browser;

  BrowserTest(RunningZeren zeren) {
    this.zeren = zeren;
    this.browser = new Browser(zeren);
  }

  @AfterAll
  void closeBrowser() {
    browser.close();
  }
}
