package zeren.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import zeren.StartedCommand;

/** The command as an operator gives it: starting, being cut off, starting again. */
class FirstStartIT {

  private static final long MIDDLE_BYTES = 8_000_000;

  @TempDir Path data;

  @Test
  void powerCutsDuringTheFirstLoadLeaveNothingHalf() throws Exception {
    Path file = data.resolve("zeren.mv.db");
    killWhen(file, 1);
    killWhen(file, MIDDLE_BYTES);

    Map<String, Integer> complete;
    String recordedAt;
    try (StartedCommand second = StartedCommand.start(data)) {
      complete = counts(second);
      recordedAt = recordedAt(second);
      assertThat(complete)
          .containsEntry("district", 26)
          .containsEntry("station", 20)
          .containsEntry("section", 8)
          .containsEntry("site", 14 + 2500)
          .containsEntry("enterprise", 13 + 3000);
      assertThat(complete.get("grid_cell")).isGreaterThan(10_000);
      // Right after the first answer: what was committed must be on the disk by now.
      second.kill();
    }
    try (StartedCommand third = StartedCommand.start(data)) {
      assertThat(counts(third)).isEqualTo(complete);
      assertThat(recordedAt(third)).as("not loaded again").isEqualTo(recordedAt);
    }
  }

  @Test
  void anInstallationThatBeganEmptyStaysEmpty() throws Exception {
    try (StartedCommand empty = StartedCommand.start(data, "--empty")) {
      assertThat(counts(empty).values()).containsOnly(0);
      assertThat(empty.lines()).filteredOn(line -> line.contains("http")).hasSize(1);
    }
    try (StartedCommand again = StartedCommand.start(data)) {
      assertThat(counts(again).values()).containsOnly(0);
    }
  }

  @Test
  void aSecondServerOnTheSameFolderSaysWhy() throws Exception {
    try (StartedCommand first = StartedCommand.start(data, "--empty")) {
      first.awaitReady();
      try (StartedCommand second = StartedCommand.start(data, "--empty")) {
        assertThat(second.awaitEnd()).isNotZero();
        assertThat(String.join("\n", second.lines()))
            .contains("in use by another")
            .doesNotContain("\tat ");
      }
    }
  }

  @Test
  void aWrongOptionIsRefusedWithTheRightOnes() throws Exception {
    try (StartedCommand wrong = StartedCommand.start(data, "--prot", "80")) {
      assertThat(wrong.awaitEnd()).isEqualTo(2);
      assertThat(String.join("\n", wrong.lines())).contains("--port N").contains("--prot");
    }
  }

  private void killWhen(Path file, long bytes) throws IOException, InterruptedException {
    try (StartedCommand started = StartedCommand.start(data)) {
      while (!Files.exists(file) || Files.size(file) < bytes) {
        assertThat(started.process().isAlive()).as("%s", started.lines()).isTrue();
        Thread.sleep(5);
      }
      started.kill();
      assertThat(started.isReady()).as("killed before it was ready").isFalse();
    }
  }

  private static Map<String, Integer> counts(StartedCommand zeren) throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode layer : zeren.get("api/layers").get("layers")) {
      counts.put(layer.get("id").asString(), layer.get("count").asInt());
    }
    return counts;
  }

  private static String recordedAt(StartedCommand zeren) throws Exception {
    return zeren.get("api/layers/station/features/1320A").get("recorded_at").asString();
  }
}
