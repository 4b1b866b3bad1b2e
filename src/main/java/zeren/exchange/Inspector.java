package zeren.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zeren.format.FormatException;
import zeren.format.FormatLimits;
import zeren.format.Table;
import zeren.format.TableDescription;
import zeren.format.TableFiles;
import zeren.format.TableRow;
import zeren.layer.LayerDeclaration;

/** Looks at the beginning of a file and says what it probably is. */
@Component
class Inspector {

  private static final int SHOWN = 20;

  /** So many rows are looked at to guess what a column holds. */
  /** Of rows of many characters or vertices fewer are looked at. */
  private static final long HEAVY = 4_000_000;

  private static final int LOOKED_AT = 200;

  private static final int LONGEST_CELL = 200;

  /** Headings that may speak of a coordinate system and mean it. */
  private static final Pattern COORDINATE = Pattern.compile("坐标|经|纬|lon|lng|lat|^[xy]|coord");

  private final MappingRepository mappings;

  Inspector(MappingRepository mappings) {
    this.mappings = mappings;
  }

  /**
   * @param table null takes the first one that has rows
   */
  Inspection inspect(Path file, String fileName, @Nullable String table, LayerDeclaration layer)
      throws IOException, FormatException {
    try (Table open = TableFiles.open(file, fileName, table, FormatLimits.DEFAULT)) {
      List<TableRow> sample = new ArrayList<>();
      long weight = 0;
      while (sample.size() < LOOKED_AT && weight < HEAVY) {
        TableRow row = open.next();
        if (row == null) {
          break;
        }
        sample.add(row);
        weight += CheckedRow.weight(row);
      }
      return of(open.description(), sample, layer);
    }
  }

  private Inspection of(TableDescription file, List<TableRow> sample, LayerDeclaration layer) {
    Mapping guess = MappingGuess.guess(layer, file, sample);
    Optional<StoredMapping> stored = findStored(layer.id(), file, guess);
    return new Inspection(
        file,
        sample.stream().limit(SHOWN).map(Inspector::cells).toList(),
        stored.map(StoredMapping::mapping).orElse(guess),
        stored.map(StoredMapping::name).orElse(null),
        stored.map(StoredMapping::crs).orElse(null),
        file.crs(),
        hint(file));
  }

  /** The stored one that fits: all its columns are in the file, and it takes no fewer. */
  private Optional<StoredMapping> findStored(String layer, TableDescription file, Mapping guess) {
    return mappings.findAll(layer).stream()
        .filter(one -> file.columns().containsAll(one.mapping().columns().keySet()))
        .filter(one -> one.mapping().columns().size() >= guess.columns().size())
        .max(Comparator.comparingInt(one -> one.mapping().columns().size()));
  }

  private static Inspection.@Nullable DatumHint hint(TableDescription file) {
    for (String column : file.columns()) {
      Optional<String> datum = HeadingWords.findDatum(column);
      if (datum.isPresent() && COORDINATE.matcher(Wording.key(column)).find()) {
        return new Inspection.DatumHint(column, datum.get());
      }
    }
    return null;
  }

  private static List<@Nullable String> cells(TableRow row) {
    List<@Nullable String> cells = new ArrayList<>();
    for (Object value : row.values()) {
      String text = value == null ? null : CellValues.text(value);
      cells.add(
          text == null || text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL));
    }
    return cells;
  }
}
