package zeren.layer;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Texts most of which occur once. */
final class TextColumn implements Column {

  private final PackedText texts;

  TextColumn(PackedText texts) {
    this.texts = texts;
  }

  @Override
  public @Nullable Object value(int row) {
    return texts.get(row);
  }

  @Override
  public IntPredicate having(Predicate<Object> test) {
    return row -> {
      String text = texts.get(row);
      return text != null && test.test(text);
    };
  }

  @Override
  public boolean utf8(int row, Utf8 receiver) {
    return texts.utf8(row, receiver);
  }
}
