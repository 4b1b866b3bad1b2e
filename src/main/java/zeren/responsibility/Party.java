package zeren.responsibility;

import org.jspecify.annotations.Nullable;

/**
 * Who is responsible: a unit, or a person in a unit.
 *
 * @param id of the feature in layer {@code unit} or {@code person}; of one that only a record
 *     names, the layer and id of the feature with that record, such as {@code
 *     grid_cell/410103-T001}
 * @param kind the unit's kind, {@code person}, or {@code recorded} for one that only a record names
 * @param phone null when none is known
 * @param unit the unit a person belongs to; null for units and when it is not known
 * @param synthetic whether it is invented
 * @param published whether the public may know a person by name and phone
 */
public record Party(
    String id,
    String name,
    String kind,
    @Nullable String phone,
    @Nullable Party unit,
    boolean synthetic,
    boolean published) {

  static final String PERSON = "person";
  static final String RECORDED = "recorded";

  /** What the public may know of it; null when that is nothing. */
  @Nullable Party forThePublic() {
    return published ? this : unit;
  }
}
