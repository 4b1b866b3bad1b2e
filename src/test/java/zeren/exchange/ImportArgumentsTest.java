package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportArgumentsTest {

  private static final Path FOLDER = Path.of("/home/office");

  @Test
  void theLayerAndTheFileAreEnough() throws ImportArguments.UsageException {
    assertThat(ImportArguments.parse(List.of("site", "a/../b.csv"), FOLDER))
        .isEqualTo(
            new ImportArguments(
                "site",
                FOLDER.resolve("b.csv"),
                null,
                false,
                ImportMode.UPSERT,
                null,
                null,
                null,
                null,
                null));
  }

  @Test
  void optionsStandAnywhere() throws ImportArguments.UsageException {
    ImportArguments read =
        ImportArguments.parse(
            List.of(
                "--crs",
                "gcj02",
                "site",
                "--dry-run",
                "/b.csv",
                "--mode",
                "replace",
                "--mapping",
                "住建",
                "--valid-from",
                "2025-01-31",
                "--table",
                "表 1",
                "--data",
                "../data"),
            FOLDER);
    assertThat(read)
        .isEqualTo(
            new ImportArguments(
                "site",
                Path.of("/b.csv"),
                "gcj02",
                true,
                ImportMode.REPLACE,
                "住建",
                LocalDate.of(2025, 1, 31),
                "表 1",
                Path.of("/home/data"),
                null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "site | Give one layer and one file.",
        "site a.csv b.csv | Give one layer and one file.",
        "site a.csv --crs | --crs needs a value.",
        "site a.csv --force | There is no option --force.",
        "site a.csv --mode merge | --mode is upsert or replace, not 'merge'.",
        "site a.csv --valid-from 2025-02-30"
            + " | --valid-from is a day such as 2025-01-31, not '2025-02-30'.",
        "site a.csv --data d --url jdbc:x | --data and --url name two databases; give one."
      })
  void whatCannotBeMeantIsToldInASentence(String typed, String reason) {
    assertThatExceptionOfType(ImportArguments.UsageException.class)
        .isThrownBy(() -> ImportArguments.parse(List.of(typed.split(" ")), FOLDER))
        .withMessage(reason);
  }
}
