package zeren.responsibility;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zeren.responsibility.Candidate.Reach;

/**
 * Answers for one place: decides role by role for each topic asked about, since those who compete
 * for one topic may not even meet for another.
 */
final class Answering {

  private static final Comparator<Answer> ORDER =
      Comparator.comparing(Answer::role)
          .thenComparing(answer -> !answer.effective())
          .thenComparing(answer -> answer.negatedBy() != null);

  private static final Comparator<Candidate> CLOSEST_FIRST =
      ((Comparator<Candidate>) Candidate::compareCloseness)
          .thenComparingInt(candidate -> candidate.rank)
          .thenComparingDouble(candidate -> candidate.scope.distance())
          .thenComparing(candidate -> candidate.scope.ref().id());

  private final List<DutyLayer> layers;
  private final Requirements requirements;
  private final Surroundings here;
  private final List<Candidate> candidates;
  private final Set<Topic> asked;

  /** Who holds which role, for each topic asked about; topics that are alike share a decision. */
  private final Map<Topic, Map<Role, Decision>> decisions = new EnumMap<>(Topic.class);

  Answering(
      List<DutyLayer> layers,
      Requirements requirements,
      Surroundings here,
      List<Candidate> candidates,
      Set<Topic> asked) {
    this.layers = layers;
    this.requirements = requirements;
    this.here = here;
    this.candidates = candidates;
    this.asked = asked;
  }

  Answers answer() {
    asked.forEach(topic -> decisions.put(topic, new EnumMap<>(Role.class)));
    Map<Role, List<Candidate>> byRole = new EnumMap<>(Role.class);
    layers.forEach(layer -> byRole.put(layer.role(), new ArrayList<>()));
    for (Candidate candidate : candidates) {
      byRole.computeIfAbsent(candidate.role, role -> new ArrayList<>()).add(candidate);
    }
    byRole.forEach(this::decide);
    decisions.forEach(this::markEffective);
    List<Candidate> named = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (!candidate.negated && candidate.isForOneOf(asked)) {
        named.add(candidate);
      }
    }
    named.sort(CLOSEST_FIRST);
    List<Answer> answers = new ArrayList<>(named.size() + 2);
    named.forEach(candidate -> candidate.addAnswers(asked, answers));
    answers.sort(ORDER);
    return new Answers(here.place(), answers, gaps(), overlaps(), here.nearEdge(), here.zones());
  }

  /** Decides a role, once for all topics for which the same candidates and areas count. */
  private void decide(Role role, List<Candidate> ofRole) {
    List<Seat> ownSeats = new ArrayList<>(4);
    addSeats(here.lines(), role, ownSeats);
    addSeats(here.areas(), role, ownSeats);
    Set<Topic> left = EnumSet.copyOf(asked);
    while (!left.isEmpty()) {
      Topic topic = left.iterator().next();
      Set<Topic> alike = EnumSet.copyOf(left);
      List<Candidate> counted = new ArrayList<>(ofRole.size());
      for (Candidate candidate : ofRole) {
        if (isCounted(topic, candidate.topics, alike)) {
          counted.add(candidate);
        }
      }
      List<Seat> seats = new ArrayList<>(ownSeats.size());
      for (Seat seat : ownSeats) {
        if (isCounted(topic, seat.layer().topics(), alike)) {
          seats.add(seat);
        }
      }
      Decision decision = Decision.of(role, counted, seats);
      decision.negated().forEach((out, basis) -> out.negate(basis, alike));
      alike.forEach(of -> requireNonNull(decisions.get(of)).put(role, decision));
      left.removeAll(alike);
    }
  }

  private static void addSeats(List<Seat> seats, Role role, List<Seat> receiver) {
    for (Seat seat : seats) {
      if (seat.layer().role() == role) {
        receiver.add(seat);
      }
    }
  }

  /**
   * Whether something with these topics counts for the topic.
   *
   * @param alike loses the topics for which it is the other way round
   */
  private static boolean isCounted(Topic topic, Set<Topic> topics, Set<Topic> alike) {
    boolean counted = topics.contains(topic);
    if (counted) {
      alike.retainAll(topics);
    } else {
      alike.removeAll(topics);
    }
    return counted;
  }

  private void markEffective(Topic topic, Map<Role, Decision> decided) {
    boolean lineGoesFirst = lineGoesFirst(topic, decided);
    decided.forEach(
        (role, decision) -> {
          if (!(lineGoesFirst && isOfGrid(role))) {
            for (Candidate candidate : decision.effective()) {
              candidate.setEffective(decision.held(candidate));
            }
          }
        });
  }

  /**
   * Whether somebody is in charge of a line, be it the object itself: it comes before the cell for
   * the topics that its layer names as its own.
   */
  private boolean lineGoesFirst(Topic topic, Map<Role, Decision> decided) {
    for (DutyLayer layer : layers) {
      if (layer.isLine() && layer.hasAsItsOwn(topic)) {
        Decision decision = decided.get(layer.role());
        if (decision != null
            && decision.effective().stream().anyMatch(candidate -> isForLine(candidate, layer))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isForLine(Candidate candidate, DutyLayer layer) {
    Seat part = candidate.part();
    return part != null && part.layer() == layer
        || candidate.scope.ofKind().stream().anyMatch(seat -> seat.layer() == layer)
        || candidate.scope.reach() == Reach.OBJECT && layer.holds(here.place().object());
  }

  private static boolean isOfGrid(Role role) {
    return role == Role.GRID_CHIEF || role == Role.GRID_MEMBER;
  }

  private List<Gap> gaps() {
    Place.ObjectRow object = here.place().object();
    Map<Role, Set<Topic>> required = requirements.of(asked, object == null ? null : object.layer());
    List<Gap> gaps = new ArrayList<>(0);
    required.forEach(
        (role, topics) -> {
          Map<GapReason, Set<Topic>> missing = new LinkedHashMap<>();
          for (Topic topic : topics) {
            Decision decision = requireNonNull(decisions.get(topic)).get(role);
            for (GapReason reason : GapReason.of(role, decision, here, layers)) {
              missing.computeIfAbsent(reason, key -> EnumSet.noneOf(Topic.class)).add(topic);
            }
          }
          missing.forEach((reason, of) -> gaps.add(reason.toGap(role, of)));
        });
    return gaps;
  }

  private List<Overlap> overlaps() {
    List<Overlap> overlaps = new ArrayList<>(0);
    Set<List<Candidate>> seen = new HashSet<>();
    for (Map<Role, Decision> decided : decisions.values()) {
      decided.forEach(
          (role, decision) -> {
            List<Candidate> both = decision.overlapping();
            if (!both.isEmpty() && seen.add(both)) {
              overlaps.add(
                  new Overlap(
                      role,
                      both.stream().map(candidate -> candidate.party).distinct().toList(),
                      both.stream().map(candidate -> candidate.scope.ref()).distinct().toList()));
            }
          });
    }
    return overlaps;
  }
}
