package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However many rows are written, no format holds them in memory. */
class ConstantMemoryTest {

  /** Held as objects, or as what the files say, they would not fit. */
  private static final int ROWS = 300_000;

  private static final String MEMORY = "-Xmx40m";

  @Test
  void everyFormatWritesMoreThanFitsInMemory() throws Exception {
    assertThat(SmallProcess.lines(MEMORY, WriteMany.class, String.valueOf(ROWS)))
        .containsExactlyElementsOf(
            Stream.of(FileFormat.values()).map(format -> format + " rows " + ROWS).toList());
  }
}
