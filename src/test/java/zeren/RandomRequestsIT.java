package zeren;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is asked is answered, and never with a fault of the server's own. */
class RandomRequestsIT {

  private static final int COUNT = 50_000;
  private static final long SEED = 20261126;

  @Test
  @Timeout(600)
  void fiftyThousandRequestsFindNoFault() {
    RunningZeren zeren = SmallTown.running();
    RandomRequests requests = new RandomRequests(SEED);
    Load.Result result = Load.runAll(zeren.port(), 8, COUNT, requests::request);
    List<String> failed =
        result.failed().stream()
            .limit(5)
            .map(number -> new String(requests.request(number), StandardCharsets.UTF_8))
            .toList();
    assertThat(failed).as("seed %d, answers %s", SEED, result.statuses()).isEmpty();
    assertThat(result.micros()).hasSize(COUNT);
    // It reaches what is behind the first refusal.
    assertThat(result.statuses().get(200)).isGreaterThan(COUNT / 20);
    assertThat(result.statuses()).containsKeys(204, 400, 404, 406);
  }
}
