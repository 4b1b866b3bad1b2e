package zeren.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link RowFault} with the row it is in.
 *
 * @param row as {@link zeren.format.TableRow#number}; 0 for all rows
 * @param suggestions left out when there are none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportIssue(
    long row,
    @Nullable String field,
    @Nullable String value,
    String reason,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> suggestions) {

  /** Jackson leaves null what was left out, whatever the types say. */
  @SuppressWarnings("ConstantValue")
  public ImportIssue {
    suggestions = suggestions == null ? List.of() : suggestions;
  }

  static ImportIssue of(long row, RowFault fault) {
    return new ImportIssue(row, fault.field(), fault.value(), fault.reason(), fault.suggestions());
  }
}
