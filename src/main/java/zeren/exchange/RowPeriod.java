package zeren.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.format.TableRow;

/**
 * When a row says that it is so.
 *
 * @param from first day; null when the row does not say it
 * @param saysEnd whether there is a column for the end
 * @param to first day on which it is no longer so; null when there is no end
 */
record RowPeriod(@Nullable LocalDate from, boolean saysEnd, @Nullable LocalDate to) {

  static final String FROM = "valid_from";
  static final String TO = "valid_to";

  /** Of a row that says nothing of it. */
  static final RowPeriod UNSAID = new RowPeriod(null, false, null);

  /** A day of this year, mostly its last, stands for no end in many registers. */
  private static final int LAST_YEAR = 9999;

  /** What people write where there is no end. */
  private static final Set<String> OPEN = Set.of("至今", "长期", "永久", "无", "-", "—", "/");

  /**
   * @param faults receives what is wrong
   */
  static RowPeriod read(ColumnPlan plan, TableRow row, List<RowFault> faults) {
    LocalDate from = day(plan.cell(row, Role.VALID_FROM), FROM, faults);
    LocalDate to = end(plan.cell(row, Role.VALID_TO), faults);
    LocalDate last = end(plan.cell(row, Role.LAST_DAY), faults);
    if (last != null) {
      to = last.plusDays(1);
    }
    return new RowPeriod(from, plan.has(Role.VALID_TO) || plan.has(Role.LAST_DAY), to);
  }

  private static @Nullable LocalDate end(@Nullable Object cell, List<RowFault> faults) {
    boolean open = cell instanceof String text && OPEN.contains(Wording.key(text));
    LocalDate end = open ? null : day(cell, TO, faults);
    return end != null && end.getYear() == LAST_YEAR ? null : end;
  }

  private static @Nullable LocalDate day(
      @Nullable Object cell, String field, List<RowFault> faults) {
    try {
      return cell == null ? null : LocalDate.parse(CellDays.day(cell));
    } catch (CellException e) {
      faults.add(e.in(field, String.valueOf(cell)));
      return null;
    }
  }
}
