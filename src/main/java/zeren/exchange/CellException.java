package zeren.exchange;

import java.util.List;

/** A cell whose value cannot be used; who knows the field makes a {@link RowFault} of it. */
final class CellException extends Exception {

  private final transient List<String> suggestions;

  CellException(String reason) {
    this(reason, List.of());
  }

  CellException(String reason, List<String> suggestions) {
    super(reason, null, false, false);
    this.suggestions = List.copyOf(suggestions);
  }

  RowFault in(String field, Object value) {
    return RowFault.of(field, value, String.valueOf(getMessage()), suggestions);
  }
}
