package zeren.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
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

  private final List<DutyLayer> layers;
  private final Requirements requirements;
  private final Surroundings here;
  private final List<Candidate> candidates;
  private final Set<Topic> asked;

  /** The decisions for each group of topics that have the same candidates. */
  private final Map<Set<Topic>, Map<Role, Decision>> decisions = new LinkedHashMap<>();

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
    for (Set<Topic> topics : groups()) {
      Map<Role, Decision> decided = decide(topics.iterator().next());
      decided
          .values()
          .forEach(
              decision -> decision.negated().forEach((out, basis) -> out.negate(basis, topics)));
      decisions.put(topics, decided);
    }
    List<Answer> answers = new ArrayList<>();
    candidates.stream()
        .filter(
            candidate -> !candidate.negated && candidate.topics.stream().anyMatch(asked::contains))
        .sorted(
            ((Comparator<Candidate>) Candidate::compareCloseness)
                .thenComparingInt(candidate -> candidate.rank)
                .thenComparingDouble(candidate -> candidate.scope.distance())
                .thenComparing(candidate -> candidate.scope.ref().id()))
        .forEach(candidate -> answers.addAll(candidate.toAnswers(asked)));
    answers.sort(ORDER);
    return new Answers(here.place(), answers, gaps(), overlaps(), here.nearEdge(), here.zones());
  }

  /** The topics asked about, those for which the same candidates and layers count together. */
  private List<Set<Topic>> groups() {
    Map<List<Boolean>, Set<Topic>> groups = new LinkedHashMap<>();
    for (Topic topic : asked) {
      List<Boolean> counted = new ArrayList<>();
      candidates.forEach(candidate -> counted.add(candidate.topics.contains(topic)));
      layers.forEach(layer -> counted.add(layer.topics().contains(topic)));
      groups.computeIfAbsent(counted, key -> EnumSet.noneOf(Topic.class)).add(topic);
    }
    return List.copyOf(groups.values());
  }

  private Map<Role, Decision> decide(Topic topic) {
    Map<Role, List<Candidate>> byRole = new EnumMap<>(Role.class);
    for (Candidate candidate : candidates) {
      if (candidate.topics.contains(topic)) {
        byRole.computeIfAbsent(candidate.role, role -> new ArrayList<>()).add(candidate);
      }
    }
    for (DutyLayer layer : layers) {
      if (layer.topics().contains(topic)) {
        byRole.computeIfAbsent(layer.role(), role -> new ArrayList<>());
      }
    }
    Map<Role, Decision> decided = new EnumMap<>(Role.class);
    byRole.forEach(
        (role, ofRole) -> decided.put(role, Decision.of(role, ofRole, ownSeats(role, topic))));
    // A line comes before the cell for the topics that its layer names as its own.
    boolean lineGoesFirst =
        decided.values().stream()
            .flatMap(decision -> decision.effective().stream())
            .anyMatch(candidate -> isOfLineForItsTopics(candidate, topic));
    decided.forEach(
        (role, decision) -> {
          if (!(lineGoesFirst && isOfGrid(role))) {
            decision
                .effective()
                .forEach(candidate -> candidate.setEffective(decision.held(candidate)));
          }
        });
    return decided;
  }

  /** Whether somebody is in charge of a line, be it the object itself, for a topic of its own. */
  private boolean isOfLineForItsTopics(Candidate candidate, Topic topic) {
    Seat part = candidate.part();
    Place.ObjectRow object = here.place().object();
    return layers.stream()
        .filter(layer -> layer.isLine() && layer.role() == candidate.role)
        .filter(layer -> layer.hasAsItsOwn(topic))
        .anyMatch(
            layer ->
                part != null && part.layer() == layer
                    || candidate.scope.ofKind().stream().anyMatch(seat -> seat.layer() == layer)
                    || candidate.scope.reach() == Reach.OBJECT
                        && object != null
                        && object.layer().equals(layer.id()));
  }

  private static boolean isOfGrid(Role role) {
    return role == Role.GRID_CHIEF || role == Role.GRID_MEMBER;
  }

  private List<Seat> ownSeats(Role role, Topic topic) {
    List<Seat> own = new ArrayList<>(4);
    for (List<Seat> seats : List.of(here.lines(), here.areas())) {
      for (Seat seat : seats) {
        if (seat.layer().role() == role && seat.layer().topics().contains(topic)) {
          own.add(seat);
        }
      }
    }
    return own;
  }

  private List<Gap> gaps() {
    Place.ObjectRow object = here.place().object();
    Map<Role, Set<Topic>> required = requirements.of(asked, object == null ? null : object.layer());
    List<Gap> gaps = new ArrayList<>();
    required.forEach(
        (role, topics) -> {
          Map<GapReason, Set<Topic>> missing = new LinkedHashMap<>();
          decisions.forEach(
              (group, decided) -> {
                Set<Topic> both = EnumSet.copyOf(group);
                both.retainAll(topics);
                if (!both.isEmpty()) {
                  for (GapReason reason : GapReason.of(role, decided.get(role), here, layers)) {
                    missing
                        .computeIfAbsent(reason, key -> EnumSet.noneOf(Topic.class))
                        .addAll(both);
                  }
                }
              });
          missing.forEach((reason, of) -> gaps.add(reason.toGap(role, of)));
        });
    return gaps;
  }

  private List<Overlap> overlaps() {
    Map<Role, Set<List<Candidate>>> seen = new EnumMap<>(Role.class);
    List<Overlap> overlaps = new ArrayList<>();
    for (Map<Role, Decision> decided : decisions.values()) {
      decided.forEach(
          (role, decision) -> {
            List<Candidate> both = decision.overlapping();
            if (!both.isEmpty()
                && seen.computeIfAbsent(role, key -> new java.util.HashSet<>()).add(both)) {
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
