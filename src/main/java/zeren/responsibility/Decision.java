package zeren.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import zeren.responsibility.Candidate.Reach;

/**
 * Who of those that apply holds one role for one topic. The closer scope goes before the broader
 * one: the object itself, a zone, a line, the areas from the deepest on, then kinds in a district,
 * in a city, everywhere. Within one scope the lower rank goes first. Who is explicitly not
 * responsible is out for that scope and all broader ones. Of roles that several may have, all hold
 * it.
 */
final class Decision {

  private static final Reach[] CLOSEST_FIRST = Reach.values();

  private final Role role;
  private final List<Candidate> live;
  private final Map<Candidate, Basis> negated;
  private final List<Seat> ownSeats;
  private final List<Candidate> effective = new ArrayList<>(4);

  /** Of those that decide for a part of the object: for which part, 0 to 1. */
  private final Map<Candidate, Double> held = new IdentityHashMap<>(0);

  /** Areas and lines that decide and that nobody is in charge of, with their part. */
  private final Map<Seat, Double> vacant = new LinkedHashMap<>(0);

  private double shareHeld;

  private Decision(Role role, List<Candidate> candidates, List<Seat> ownSeats) {
    this.role = role;
    this.ownSeats = ownSeats;
    this.negated = Negations.of(candidates);
    this.live = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      if (!candidate.negated && !negated.containsKey(candidate)) {
        live.add(candidate);
      }
    }
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

  /** Who is explicitly not responsible, and what says so. */
  Map<Candidate, Basis> negated() {
    return negated;
  }

  Map<Seat, Double> vacant() {
    return vacant;
  }

  /** For which part of the object somebody decides; null when there are no parts. */
  @Nullable Double held(Candidate candidate) {
    return held.get(candidate);
  }

  /** Which part of the object is in somebody's charge, 0 to 1; all or nothing for points. */
  double shareHeld() {
    return shareHeld;
  }

  private boolean isPlural() {
    return !role.exclusive();
  }

  private void decide() {
    if (isPlural() && role != Role.GRID_MEMBER) {
      for (Candidate candidate : live) {
        if (!candidate.isElsewhere()) {
          effective.add(candidate);
        }
      }
      shareHeld = effective.isEmpty() ? 0 : 1;
      return;
    }
    for (Reach reach : CLOSEST_FIRST) {
      List<Candidate> ofReach = ofReach(reach);
      if (reach.isByParts() && haveParts(ofReach)) {
        decideByParts(reach, ofReach);
      } else if (!ofReach.isEmpty()) {
        first(ofReach).forEach(this::takeWhole);
      }
      if (isSettled()) {
        return;
      }
    }
  }

  private List<Candidate> ofReach(Reach reach) {
    List<Candidate> ofReach = new ArrayList<>(0);
    for (Candidate candidate : live) {
      if (candidate.scope.reach() == reach) {
        ofReach.add(candidate);
      }
    }
    return ofReach;
  }

  private static boolean haveParts(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      if (candidate.part() == null) {
        return false;
      }
    }
    return true;
  }

  /** A broader scope is only asked for what is left of an object. */
  private boolean isSettled() {
    if (effective.isEmpty() && vacant.isEmpty()) {
      return false;
    }
    double seated = shareHeld;
    for (double share : vacant.values()) {
      seated += share;
    }
    return seated >= 1 - Shares.LEAST;
  }

  private void takeWhole(Candidate candidate) {
    effective.add(candidate);
    shareHeld = 1;
  }

  /** The closest one of the lowest rank, or all alike; all who are closest where several may. */
  private List<Candidate> first(List<Candidate> candidates) {
    List<Candidate> first = new ArrayList<>(2);
    for (Candidate candidate : candidates) {
      int order = first.isEmpty() ? 0 : compare(candidate, first.get(0));
      if (order < 0) {
        first.clear();
      }
      if (order <= 0) {
        first.add(candidate);
      }
    }
    return first;
  }

  private int compare(Candidate one, Candidate other) {
    int closeness = one.compareCloseness(other);
    return closeness != 0 || isPlural() ? closeness : Integer.compare(one.rank, other.rank);
  }

  private void decideByParts(Reach reach, List<Candidate> candidates) {
    Map<Seat, List<Candidate>> bySeat = holders(reach, candidates);
    Set<Integer> orders = new TreeSet<>();
    bySeat.keySet().forEach(seat -> orders.add(seat.order()));
    Division division = new Division();
    for (int order : orders) {
      boolean decided = false;
      for (Map.Entry<Seat, List<Candidate>> entry : bySeat.entrySet()) {
        Seat seat = entry.getKey();
        double share = seat.order() == order ? division.left(seat) : 0;
        if (share > 0 && decideSeat(seat, entry.getValue(), share)) {
          division.take(seat);
          decided |= seat.piece() == null;
        } else if (share > 0) {
          division.passOn();
        }
      }
      if (decided) {
        return;
      }
    }
  }

  /** The areas or lines that cover the place, with those who are in charge of them. */
  private Map<Seat, List<Candidate>> holders(Reach reach, List<Candidate> candidates) {
    Map<Seat, List<Candidate>> bySeat = new LinkedHashMap<>(4);
    for (Seat seat : ownSeats) {
      if (seat.covers()
          && seat.layer().isLine() == (reach == Reach.LINE)
          && reach != Reach.KIND_IN_DISTRICT) {
        bySeat.put(seat, new ArrayList<>(2));
      }
    }
    for (Candidate candidate : candidates) {
      Seat part = candidate.part();
      if (part != null && part.covers()) {
        bySeat.computeIfAbsent(part, key -> new ArrayList<>(2)).add(candidate);
      }
    }
    return bySeat;
  }

  /** Whether somebody holds it, or should; else what is broader takes its place. */
  private boolean decideSeat(Seat seat, List<Candidate> holders, double share) {
    List<Candidate> inCharge = holders.isEmpty() ? ofKind(seat) : first(holders);
    for (Candidate candidate : inCharge) {
      if (!effective.contains(candidate)) {
        effective.add(candidate);
      }
      if (seat.piece() != null) {
        held.merge(candidate, share, Double::sum);
      }
    }
    if (!inCharge.isEmpty()) {
      shareHeld = Math.min(1, shareHeld + share);
      return true;
    }
    if (isRuledOut(seat) || !ownSeats.contains(seat)) {
      return false;
    }
    vacant.put(seat, share);
    return true;
  }

  private boolean isRuledOut(Seat seat) {
    for (Candidate candidate : negated.keySet()) {
      if (seat.equals(candidate.part())) {
        return true;
      }
    }
    return false;
  }

  /** Who is in charge of all areas or lines of this kind. */
  private List<Candidate> ofKind(Seat seat) {
    if (!ownSeats.contains(seat)) {
      return List.of();
    }
    List<Candidate> kinds = new ArrayList<>(0);
    for (Candidate candidate : live) {
      if (candidate.scope.ofKind().contains(seat)) {
        kinds.add(candidate);
      }
    }
    return kinds.isEmpty() ? kinds : first(kinds);
  }

  /** Those who hold the role although only one can; empty when it is one or none. */
  List<Candidate> overlapping() {
    if (isPlural() || effective.size() < 2) {
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
        .sorted(Comparator.comparing((Candidate candidate) -> candidate.scope.ref().id()))
        .toList();
  }

  /**
   * Whether two hold the same thing. On the edge between two areas both are named and neither is
   * wrong: that is no overlap, nor are two lines equally near, two parts of one object, or a
   * broader scope that takes what a closer one leaves.
   */
  private static boolean overlap(Candidate one, Candidate other) {
    if (one.party.equals(other.party) || one.scope.reach() != other.scope.reach()) {
      return false;
    }
    Seat a = one.part();
    Seat b = other.part();
    if (a == null || b == null || a.equals(b)) {
      return true;
    }
    if (a.layer().isLine() || b.layer().isLine() || a.order() != b.order()) {
      return false;
    }
    return a.piece() == null ? !(a.onEdge() && b.onEdge()) : Shares.overlap(a, b);
  }
}
