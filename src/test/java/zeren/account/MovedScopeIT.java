package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A scope is the areas of the day that is asked about, whatever was kept of it before. */
class MovedScopeIT {

  private static final String ITEMS = "/ogc/collections/site/items";
  private static final String FEATURE = "/api/layers/site/features/home-site";
  private static final String TILE = "/tiles/site/12/3340/1625.mvt";

  private final AuthorisationTown town = new AuthorisationTown();

  @AfterEach
  void stop() {
    town.close();
  }

  private HttpResponse<String> ask(String path) {
    return town.zeren().send(town.as("manager", path));
  }

  /** A cell below another need not lie inside of it, and may be below one that is below. */
  @Test
  void cellsBelowBelongToTheOneAbove() {
    town.record(AuthorisationTown.cell("home-cell", "home", 113.65, LocalDate.now()));
    assertThat(ask(FEATURE).statusCode()).isEqualTo(404);
    town.record(AuthorisationTown.cellBelow("child", "home-cell", 113.70));
    assertThat(ask(FEATURE).statusCode()).isEqualTo(404);
    town.record(AuthorisationTown.cellBelow("grandchild", "child", 113.60));
    assertThat(ask(FEATURE).statusCode()).isEqualTo(200);
    assertThat(ask(ITEMS).body()).contains(AuthorisationTown.SECRET);
  }

  @Test
  void aCellThatIsMovedTakesItsManagerAlong() {
    HttpResponse<String> before = ask(ITEMS);
    assertThat(before.body()).contains(AuthorisationTown.SECRET);
    assertThat(ask(TILE).body()).contains(AuthorisationTown.SECRET);
    assertThat(ask(FEATURE).statusCode()).isEqualTo(200);

    LocalDate today = LocalDate.now();
    town.record(AuthorisationTown.cell("home-cell", "home", 113.65, today));

    HttpResponse<String> after =
        town.zeren()
            .send(
                town.as("manager", ITEMS)
                    .header("If-None-Match", before.headers().firstValue("ETag").orElseThrow()));
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.body()).doesNotContain(AuthorisationTown.SECRET);
    assertThat(ask(TILE).statusCode()).isEqualTo(204);
    assertThat(ask(FEATURE).statusCode()).isEqualTo(404);
    assertThat(ask(FEATURE + "?at=" + today.minusDays(1)).statusCode()).isEqualTo(200);
    assertThat(ask(FEATURE + "/history").statusCode()).isEqualTo(404);
  }
}
