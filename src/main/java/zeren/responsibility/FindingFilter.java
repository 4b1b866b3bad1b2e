package zeren.responsibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are asked for; what is null or empty leaves all.
 *
 * @param district id of a county or of a development zone
 * @param fresh only those that the last run was the first to find
 * @param words part of a name or an id
 */
public record FindingFilter(
    List<FindingKind> kinds,
    List<FindingState> states,
    @Nullable String district,
    @Nullable String layer,
    @Nullable String level,
    @Nullable String role,
    @Nullable String verdict,
    boolean fresh,
    @Nullable String words) {

  /** All there are. */
  public static final FindingFilter ALL =
      new FindingFilter(List.of(), List.of(), null, null, null, null, null, false, null);

  /** Open ones about features of a layer. */
  FindingFilter openOf(String subjects) {
    return new FindingFilter(
        kinds, List.of(FindingState.OPEN), district, subjects, level, role, verdict, fresh, words);
  }

  FindingFilter withoutKinds() {
    return new FindingFilter(
        List.of(), states, district, layer, level, role, verdict, fresh, words);
  }

  FindingFilter withoutStates() {
    return new FindingFilter(kinds, List.of(), district, layer, level, role, verdict, fresh, words);
  }

  FindingFilter withoutDistrict() {
    return new FindingFilter(kinds, states, null, layer, level, role, verdict, fresh, words);
  }
}
