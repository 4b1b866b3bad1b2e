package zeren.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The merged cells of a sheet. They are written behind the rows, so the sheet is read once for them
 * alone. Asked row by row, downwards.
 */
final class XlsxMerges {

  private static final int MOST = 500_000;
  private static final Pattern RANGE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

  private final List<Merge> ahead;
  private final List<Merge> here = new ArrayList<>();
  private final FormatLimits limits;
  private int next;

  private XlsxMerges(List<Merge> merges, FormatLimits limits) {
    merges.sort(Comparator.comparingInt(merge -> merge.top));
    this.ahead = merges;
    this.limits = limits;
  }

  private static final class Merge {
    private final int top;
    private final int bottom;
    private final int left;
    private final int right;
    private @Nullable Object value;

    Merge(int top, int bottom, int left, int right) {
      this.top = top;
      this.bottom = bottom;
      this.left = left;
      this.right = right;
    }
  }

  /** The merged cells of a sheet; null when nothing at all is written in the sheet. */
  static @Nullable XlsxMerges read(XmlReader xml, FormatLimits limits) throws FormatException {
    List<Merge> merges = new ArrayList<>();
    boolean written = false;
    while (xml.next()) {
      written |= xml.starts("v") || xml.starts("is");
      String range = xml.starts("mergeCell") ? xml.attribute("ref") : null;
      Matcher ends = range == null ? null : RANGE.matcher(range);
      if (ends != null && ends.matches()) {
        merges.add(
            new Merge(
                Integer.parseInt(ends.group(2)),
                Integer.parseInt(ends.group(4)),
                column(ends.group(1)),
                Math.min(column(ends.group(3)), limits.columns() - 1)));
      }
      if (merges.size() > MOST) {
        throw new FormatException(
            "merges-limit", "The sheet has more than " + MOST + " merged cells", null);
      }
    }
    return written ? new XlsxMerges(merges, limits) : null;
  }

  /**
   * What merged cells put into the empty cells of a row.
   *
   * @param row its number, not less than the one before
   * @param cells what is written in it
   */
  List<@Nullable Object> spread(long row, List<@Nullable Object> cells) throws FormatException {
    while (next < ahead.size() && ahead.get(next).top <= row) {
      here.add(ahead.get(next++));
    }
    List<@Nullable Object> spread = new ArrayList<>();
    for (Iterator<Merge> merges = here.iterator(); merges.hasNext(); ) {
      Merge merge = merges.next();
      if (merge.bottom < row) {
        merges.remove();
        continue;
      }
      if (merge.top == row) {
        merge.value = merge.left < cells.size() ? cells.get(merge.left) : null;
      }
      while (spread.size() <= merge.right) {
        spread.add(null);
      }
      for (int i = merge.left; i <= merge.right; i++) {
        spread.set(i, merge.value);
      }
    }
    if (here.size() > limits.columns()) {
      throw new FormatException(
          "xlsx-damaged", "More merged cells cross row " + row + " than it has", "row " + row);
    }
    return spread;
  }

  /** The position of a column, counted from 0. */
  static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }
}
