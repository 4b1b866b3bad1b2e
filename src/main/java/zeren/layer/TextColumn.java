package zeren.layer;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Texts most of which occur once. */
final class TextColumn implements Column {

  private final PackedText texts;
  private final Placement placement;

  /**
   * @param texts by slot
   */
  TextColumn(PackedText texts, Placement placement) {
    this.texts = texts;
    this.placement = placement;
  }

  @Override
  public @Nullable Object value(int row) {
    return texts.get(placement.slot(row));
  }

  @Override
  public IntPredicate having(Predicate<Object> test) {
    return row -> {
      String text = texts.get(placement.slot(row));
      return text != null && test.test(text);
    };
  }

  @Override
  public boolean utf8(int row, Utf8 receiver) {
    return texts.utf8(placement.slot(row), receiver);
  }

  /** First all slots: the processor fetches many of them at once when nothing comes between. */
  @Override
  public void texts(int[] rows, int count, Texts receiver) {
    int[] slots = new int[count];
    for (int i = 0; i < count; i++) {
      slots[i] = placement.slot(rows[i]);
    }
    for (int i = 0; i < count; i++) {
      texts.utf8(slots[i], i, receiver);
    }
  }
}
