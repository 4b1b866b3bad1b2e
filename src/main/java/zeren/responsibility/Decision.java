package zeren.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import zeren.responsibility.Candidate.Reach;

/**
 * Who of those that apply holds one role for one topic. The closer scope goes before the broader
 * one: the object itself, a zone, a line, the areas from the deepest on, then kinds in a district,
 * in a city, everywhere. Within one scope the lower rank goes first. Who is explicitly not
 * responsible is out for that scope and all broader ones. Of roles that several may have, all hold
 * it.
 */
final class Decision {

  private final Role role;
  private final List<Candidate> live = new ArrayList<>();
  private final List<Candidate> negated = new ArrayList<>();
  private final List<Seat> ownSeats;
  private final List<Candidate> effective = new ArrayList<>();

  /** Areas and lines that decide and that nobody is in charge of. */
  private final List<Seat> vacant = new ArrayList<>();

  private double shareHeld;

  private Decision(Role role, List<Candidate> candidates, List<Seat> ownSeats) {
    this.role = role;
    this.ownSeats = ownSeats;
    for (Candidate candidate : candidates) {
      if (candidate.negated) {
        continue;
      }
      candidates.stream()
          .filter(other -> other.negated && rulesOut(other, candidate))
          .findFirst()
          .ifPresentOrElse(
              other -> {
                candidate.negate(other.basis);
                negated.add(candidate);
              },
              () -> live.add(candidate));
    }
  }

  private static boolean rulesOut(Candidate negation, Candidate candidate) {
    return negation.party.id().equals(candidate.party.id())
        && negation.party.kind().equals(candidate.party.kind())
        && negation.reach.compareTo(candidate.reach) <= 0;
  }

  /**
   * @param candidates of the role and topic
   * @param ownSeats the areas and lines that stand for the role and topic
   */
  static Decision of(Role role, List<Candidate> candidates, List<Seat> ownSeats) {
    Decision decision = new Decision(role, candidates, ownSeats);
    decision.decide();
    return decision;
  }

  List<Candidate> effective() {
    return effective;
  }

  List<Candidate> negated() {
    return negated;
  }

  List<Seat> vacant() {
    return vacant;
  }

  /** Which part of the object is in somebody's charge, 0 to 1; all or nothing for points. */
  double shareHeld() {
    return shareHeld;
  }

  private void decide() {
    if (!role.exclusive() && role != Role.GRID_MEMBER) {
      effective.addAll(live);
      shareHeld = effective.isEmpty() ? 0 : 1;
      return;
    }
    for (Reach reach : Reach.values()) {
      if (reach == Reach.LINE || reach == Reach.AREA) {
        decideBySeats(reach);
      } else {
        takeFirst(live.stream().filter(candidate -> candidate.reach == reach).toList());
        shareHeld = effective.isEmpty() ? 0 : 1;
      }
      if (!effective.isEmpty() || !vacant.isEmpty()) {
        return;
      }
    }
  }

  /** The one of the lowest rank, or all of that rank. */
  private void takeFirst(List<Candidate> candidates) {
    int first = candidates.stream().mapToInt(candidate -> candidate.rank).min().orElse(0);
    candidates.stream().filter(candidate -> candidate.rank == first).forEach(effective::add);
  }

  private void decideBySeats(Reach reach) {
    Map<Seat, List<Candidate>> bySeat = new LinkedHashMap<>();
    ownSeats.stream()
        .filter(seat -> seat.covers() && seat.layer().isLine() == (reach == Reach.LINE))
        .forEach(seat -> bySeat.put(seat, new ArrayList<>()));
    for (Candidate candidate : live) {
      Seat seat = candidate.seat;
      if (candidate.reach == reach && seat != null && seat.covers()) {
        bySeat.computeIfAbsent(seat, key -> new ArrayList<>()).add(candidate);
      }
    }
    Set<Integer> orders = new TreeSet<>();
    bySeat.keySet().forEach(seat -> orders.add(seat.order()));
    boolean passedOn = false;
    for (int order : orders) {
      boolean decided = false;
      for (Map.Entry<Seat, List<Candidate>> entry : bySeat.entrySet()) {
        Seat seat = entry.getKey();
        if (seat.order() == order && (seat.net() > 0 || passedOn)) {
          Outcome outcome = decideSeat(seat, entry.getValue(), passedOn);
          decided |= outcome == Outcome.DECIDED && seat.piece() == null;
          passedOn |= outcome == Outcome.PASSED_ON;
        }
      }
      if (decided) {
        return;
      }
    }
  }

  private enum Outcome {
    DECIDED,
    PASSED_ON
  }

  private Outcome decideSeat(Seat seat, List<Candidate> holders, boolean passedOn) {
    if (!holders.isEmpty()) {
      takeFirst(holders);
      shareHeld = Math.min(1, shareHeld + (passedOn ? seat.share() : seat.net()));
      return Outcome.DECIDED;
    }
    boolean ruledOut = negated.stream().anyMatch(candidate -> seat.equals(candidate.seat));
    if (ruledOut || !ownSeats.contains(seat) || role == Role.GRID_MEMBER) {
      return Outcome.PASSED_ON;
    }
    vacant.add(seat);
    return Outcome.DECIDED;
  }

  /** Those who hold the role although only one can; empty when it is one or none. */
  List<Candidate> overlapping() {
    if (!role.exclusive()) {
      return List.of();
    }
    Set<Candidate> overlapping = new LinkedHashSet<>();
    for (int i = 0; i < effective.size(); i++) {
      for (int j = i + 1; j < effective.size(); j++) {
        if (overlap(effective.get(i), effective.get(j))) {
          overlapping.add(effective.get(i));
          overlapping.add(effective.get(j));
        }
      }
    }
    return overlapping.stream()
        .sorted(Comparator.comparing((Candidate candidate) -> candidate.scope.id()))
        .toList();
  }

  /**
   * Whether two hold the same thing. On the edge between two areas both are named and neither is
   * wrong: that is no overlap, nor are two parts of one object.
   */
  private static boolean overlap(Candidate one, Candidate other) {
    if (one.party.equals(other.party)) {
      return false;
    }
    Seat a = one.seat;
    Seat b = other.seat;
    if (a == null || b == null || a.equals(b)) {
      return true;
    }
    if (a.layer().isLine() || b.layer().isLine()) {
      return false;
    }
    return a.piece() == null ? !(a.onEdge() && b.onEdge()) : Shares.overlap(a, b);
  }
}
