package zeren.layer;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A column of which some rows are in another. Both are of one kind: with codes or without. The
 * codes of the delta follow those of the base, so that a value in both has two.
 */
final class OverlaidColumn implements Column {

  private final Overlay overlay;
  private final Column base;
  private final Column delta;
  private final int split;

  OverlaidColumn(Overlay overlay, Column base, Column delta) {
    this.overlay = overlay;
    this.base = base;
    this.delta = delta;
    this.split = overlay.split();
  }

  @Override
  public @Nullable Object value(int row) {
    int slot = overlay.slot(row);
    return slot < split ? base.value(slot) : delta.value(slot - split);
  }

  @Override
  public IntPredicate having(Predicate<Object> test) {
    IntPredicate inBase = base.having(test);
    IntPredicate inDelta = delta.having(test);
    return row -> {
      int slot = overlay.slot(row);
      return slot < split ? inBase.test(slot) : inDelta.test(slot - split);
    };
  }

  @Override
  public int codes() {
    return base.codes() + delta.codes();
  }

  @Override
  public int code(int row) {
    int slot = overlay.slot(row);
    if (slot < split) {
      return base.code(slot);
    }
    int code = delta.code(slot - split);
    return code == 0 ? 0 : base.codes() + code;
  }

  @Override
  public @Nullable Object decoded(int code) {
    return code < base.codes() ? base.decoded(code) : delta.decoded(code - base.codes());
  }

  @Override
  public boolean utf8(int row, Utf8 receiver) {
    int slot = overlay.slot(row);
    return slot < split ? base.utf8(slot, receiver) : delta.utf8(slot - split, receiver);
  }
}
