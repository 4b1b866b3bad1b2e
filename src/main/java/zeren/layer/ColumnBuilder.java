package zeren.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a field's values row by row and keeps them small: as codes while few values are distinct,
 * else one by one.
 */
final class ColumnBuilder {

  /** So many distinct values must come before it is known that most occur once. */
  private static final int EARLY = 16_384;

  /** So many distinct values cost little, however few the rows. */
  private static final int FEW = 1024;

  /** An entry of the dictionary takes about this many times the room of a packed value. */
  private static final int ENTRY_COST = 4;

  private final FieldType type;

  /** Whether values become codes however many are distinct. */
  private final boolean coded;

  private int size;

  private List<@Nullable Object> dictionary = new ArrayList<>();
  private Map<Object, Integer> codeOf = new HashMap<>();
  private char[] codes = new char[64];

  /** Not null once texts are kept one by one. */
  private @Nullable PackedText texts;

  /** Not null once numbers are kept one by one. */
  private @Nullable Longs numbers;

  private final BitSet missing = new BitSet();

  ColumnBuilder(FieldType type) {
    this(type, false);
  }

  private ColumnBuilder(FieldType type, boolean coded) {
    this.type = type;
    this.coded = coded;
    dictionary.add(null);
  }

  /**
   * Makes a column of the same kind as another one, with codes or without. With codes there is an
   * end: {@link CodedColumn#MOST_VALUES} distinct values.
   */
  static ColumnBuilder like(FieldType type, Column other) {
    ColumnBuilder builder = new ColumnBuilder(type, other.codes() > 0);
    if (!builder.coded) {
      builder.unfold();
    }
    return builder;
  }

  /** A value that is not of the field's type is one that this column does not have. */
  void add(@Nullable Object given) {
    Object value = typed(given);
    if (texts == null && numbers == null) {
      Integer code = value == null ? Integer.valueOf(0) : codeOf.get(value);
      if (code != null) {
        addCode(code);
        return;
      }
      if (hasRoom()) {
        dictionary.add(value);
        codeOf.put(java.util.Objects.requireNonNull(value), dictionary.size() - 1);
        addCode(dictionary.size() - 1);
        return;
      }
      unfold();
    }
    addPlain(value);
  }

  private boolean hasRoom() {
    int distinct = dictionary.size();
    return distinct <= CodedColumn.MOST_VALUES
        && (coded || distinct < EARLY || distinct < size / ENTRY_COST);
  }

  private void addCode(int code) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size * 2);
    }
    codes[size++] = (char) code;
  }

  private void addPlain(@Nullable Object value) {
    if (texts != null) {
      texts.add((String) value);
    } else if (numbers != null) {
      if (value == null) {
        missing.set(size);
        numbers.add(0);
      } else if (value instanceof Long whole) {
        numbers.add(whole);
      } else {
        numbers.addDouble((Double) value);
      }
    }
    size++;
  }

  /** From codes to one by one. */
  private void unfold() {
    if (type == FieldType.TEXT || type == FieldType.DATE) {
      texts = new PackedText();
    } else {
      numbers = new Longs();
    }
    int rows = size;
    size = 0;
    for (int row = 0; row < rows; row++) {
      addPlain(dictionary.get(codes[row]));
    }
    dictionary = List.of();
    codeOf = Map.of();
    codes = new char[0];
  }

  /** JSON does not tell a whole number from another, the declaration does. */
  private @Nullable Object typed(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case INTEGER -> value instanceof Number number ? (Object) number.longValue() : null;
      case NUMBER -> value instanceof Number number ? (Object) number.doubleValue() : null;
      case BOOLEAN -> value instanceof Boolean ? value : null;
      case TEXT, DATE -> value.toString();
    };
  }

  /** Ends the adding. */
  Column build(Placement placement) {
    if (!coded && dictionary.size() > FEW && dictionary.size() > size / ENTRY_COST) {
      unfold();
    }
    if (texts != null) {
      texts.close();
      return new TextColumn(texts.placed(placement), placement);
    }
    if (numbers != null) {
      return numbers(numbers, placement);
    }
    char[] placed = new char[size];
    for (int slot = 0; slot < size; slot++) {
      placed[slot] = codes[placement.row(slot)];
    }
    return new CodedColumn(dictionary.toArray(), placed, placement);
  }

  private Column numbers(Longs byRow, Placement placement) {
    Longs placed = new Longs();
    BitSet without = new BitSet();
    for (int slot = 0; slot < size; slot++) {
      int row = placement.row(slot);
      placed.add(byRow.get(row));
      without.set(slot, missing.get(row));
    }
    placed.trim();
    return new NumberColumn(placed, without, type == FieldType.INTEGER, placement);
  }
}
