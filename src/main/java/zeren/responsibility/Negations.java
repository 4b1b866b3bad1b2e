package zeren.responsibility;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who of those that apply is explicitly not responsible. */
final class Negations {

  private Negations() {}

  /**
   * @param candidates of one role and topic, with those that negate
   * @return whom something rules out, and what does
   */
  static Map<Candidate, Basis> of(List<Candidate> candidates) {
    List<Candidate> negations = new ArrayList<>(0);
    for (Candidate candidate : candidates) {
      if (candidate.negated) {
        negations.add(candidate);
      }
    }
    if (negations.isEmpty()) {
      return Map.of();
    }
    Map<Candidate, Basis> ruledOut = new IdentityHashMap<>(4);
    for (Candidate candidate : candidates) {
      negations.stream()
          .filter(negation -> !candidate.negated && rulesOut(negation, candidate))
          .findFirst()
          .ifPresent(negation -> ruledOut.put(candidate, negation.basis));
    }
    for (Candidate candidate : candidates) {
      Basis basis = candidate.namesItself ? ofItself(candidate, negations, ruledOut) : null;
      if (basis != null) {
        ruledOut.put(candidate, basis);
      }
    }
    return ruledOut;
  }

  private static boolean rulesOut(Candidate negation, Candidate candidate) {
    return negation.party.id().equals(candidate.party.id())
        && negation.party.kind().equals(candidate.party.kind())
        && negation.reaches(candidate.scope);
  }

  /**
   * The record of a district names but the district: it speaks for whoever governs it, and is out
   * with them.
   */
  private static @Nullable Basis ofItself(
      Candidate record, List<Candidate> negations, Map<Candidate, Basis> ruledOut) {
    Seat seat = record.part();
    if (seat == null) {
      return null;
    }
    for (Candidate negation : negations) {
      if (seat.equals(negation.part()) && negation.scope.reach() == record.scope.reach()) {
        return negation.basis;
      }
    }
    for (Map.Entry<Candidate, Basis> out : ruledOut.entrySet()) {
      if (out.getKey().scope.reach() == record.scope.reach() && seat.equals(out.getKey().part())) {
        return out.getValue();
      }
    }
    return null;
  }
}
