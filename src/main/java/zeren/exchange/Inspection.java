package zeren.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.format.TableDescription;

/**
 * What was seen of a file before anything was checked.
 *
 * @param sample cells of the first rows as text
 * @param mapping the guess, or the stored one that fits best
 * @param mappingName name of the stored one; null when it is a guess
 * @param mappingCrs the coordinate system kept with the stored one; null without
 * @param crs what the file itself names; null when it names none
 * @param hint what a heading suggests; null when none does
 */
public record Inspection(
    TableDescription description,
    List<List<@Nullable String>> sample,
    Mapping mapping,
    @Nullable String mappingName,
    @Nullable String mappingCrs,
    @Nullable String crs,
    @Nullable DatumHint hint) {

  /**
   * A heading that speaks of a coordinate system. It is shown and settles nothing.
   *
   * @param crs code of the system
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DatumHint(String column, String crs) {}
}
