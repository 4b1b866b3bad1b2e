package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import zeren.RunningZeren;
import zeren.SmallTown;

/** Many who ask about many days wait for each other, and nobody waits for them. */
class OtherDaysHttpIT {

  private static final String WHO = "/api/who?lon=113.55&lat=34.78";

  private static final RunningZeren ZEREN =
      RunningZeren.start("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");

  static {
    SmallTown.fill(ZEREN);
  }

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static int ask(String at) {
    return ZEREN.get(WHO + at).statusCode();
  }

  @Test
  void whoeverAsksAboutYetAnotherDayWaitsAndNobodyElseDoes() throws Exception {
    assertThat(ask("&at=2020-06-01")).isEqualTo(200);
    CountDownLatch building = new CountDownLatch(2);
    CountDownLatch built = new CountDownLatch(1);
    ExecutorService others = Executors.newFixedThreadPool(3);
    try {
      for (int i = 0; i < 2; i++) {
        others.execute(() -> ZEREN.bean(Turns.class).take(() -> await(building, built)));
      }
      building.await();
      assertThat(ask("")).as("today").isEqualTo(200);
      assertThat(ask("&at=2020-06-02")).as("a day that is kept").isEqualTo(200);
      Future<HttpResponse<String>> page =
          others.submit(
              () -> ZEREN.send(ZEREN.request("/cell?at=2019-06-01").header("Accept", "text/html")));
      HttpResponse<String> answer = ZEREN.get(WHO + "&at=2019-06-01");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("/problems/too-many-days");
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(page.get().statusCode()).isEqualTo(503);
      assertThat(page.get().headers().firstValue("Retry-After")).hasValue("5");
      Future<Integer> waiting = others.submit(() -> ask("&at=2019-06-02"));
      built.countDown();
      assertThat(waiting.get()).isEqualTo(200);
    } finally {
      built.countDown();
      others.shutdown();
    }
  }

  private static boolean await(CountDownLatch building, CountDownLatch built) {
    building.countDown();
    try {
      built.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
