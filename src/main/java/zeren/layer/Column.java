package zeren.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one field over all rows of a snapshot: each distinct value once, and a code a row.
 */
final class Column {

  /** Entry 0 stands for no value. */
  private final List<@Nullable Object> dictionary;

  private final int[] codes;

  private Column(List<@Nullable Object> dictionary, int[] codes) {
    this.dictionary = dictionary;
    this.codes = codes;
  }

  @Nullable Object value(int row) {
    return dictionary.get(codes[row]);
  }

  int code(int row) {
    return codes[row];
  }

  /** The distinct values by code; entry 0 is null. */
  List<@Nullable Object> dictionary() {
    return dictionary;
  }

  static final class Builder {
    private final List<@Nullable Object> dictionary = new ArrayList<>();
    private final Map<Object, Integer> codeOf = new HashMap<>();
    private int[] codes = new int[64];
    private int size;

    Builder() {
      dictionary.add(null);
    }

    void add(@Nullable Object value) {
      if (size == codes.length) {
        codes = Arrays.copyOf(codes, size * 2);
      }
      codes[size++] = value == null ? 0 : codeOf.computeIfAbsent(value, this::enter);
    }

    private int enter(Object value) {
      dictionary.add(value);
      return dictionary.size() - 1;
    }

    Column build() {
      return new Column(new ArrayList<>(dictionary), Arrays.copyOf(codes, size));
    }
  }
}
