package zeren.responsibility;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An assignment or a record that applies to a place, before it is decided whether it is the one
 * that counts.
 */
final class Candidate {

  /** How closely a scope is about the place; the first goes before the others. */
  enum Reach {
    OBJECT,
    ZONE,
    LINE,
    AREA,
    KIND_IN_DISTRICT,
    KIND_IN_CITY,
    KIND,
    WHOLE_LAYER;

    /** Whether scopes of this reach are areas, which each hold a part of a place. */
    boolean isByParts() {
      return this == LINE || this == AREA || this == KIND_IN_DISTRICT;
    }
  }

  /**
   * What an assignment or a record is for.
   *
   * @param order among those of the same reach: the lower is closer
   * @param part the area or line that it is for, of a kind in a district the district; null when it
   *     is for something else
   * @param ofKind the areas and lines at the place that are of the kind; empty when it is no kind
   */
  record Scope(
      FeatureRef ref,
      Rule rule,
      Reach reach,
      double order,
      @Nullable Seat part,
      List<Seat> ofKind,
      double distance) {

    static Scope ofObject(FeatureRef object, Rule rule) {
      return new Scope(object, rule, Reach.OBJECT, 0, null, List.of(), 0);
    }

    static Scope ofZone(FeatureRef centre, double radius, double distance) {
      return new Scope(centre, Rule.ZONE, Reach.ZONE, radius, null, List.of(), distance);
    }

    static Scope ofSeat(Seat seat, Rule rule, Reach reach) {
      return new Scope(seat.ref(), rule, reach, seat.order(), seat, List.of(), seat.distance());
    }
  }

  /** After every rank that an assignment can have. */
  static final int RANK_OF_RECORDS = Integer.MAX_VALUE;

  final Role role;
  final Set<Topic> topics;
  final Party party;
  final Scope scope;
  final int rank;
  final boolean negated;

  /** Whether a record names nobody but the feature itself, as that of a district does. */
  final boolean namesItself;

  final Basis basis;
  final @Nullable String assignment;

  private boolean effective;
  private @Nullable Double held;
  private final Set<Topic> negatedTopics = EnumSet.noneOf(Topic.class);
  private @Nullable Basis negatedBy;

  private Candidate(
      Role role,
      Set<Topic> topics,
      Party party,
      Scope scope,
      int rank,
      boolean negated,
      boolean namesItself,
      Basis basis,
      @Nullable String assignment) {
    this.role = role;
    this.topics = topics;
    this.party = party;
    this.scope = scope;
    this.rank = rank;
    this.negated = negated;
    this.namesItself = namesItself;
    this.basis = basis;
    this.assignment = assignment;
  }

  static Candidate of(Assignment assignment, Scope scope) {
    return new Candidate(
        assignment.role(),
        assignment.topics(),
        assignment.party(),
        scope,
        assignment.rank(),
        assignment.negated(),
        false,
        assignment.basis(),
        assignment.id());
  }

  static Candidate ofRecord(DutyLayer layer, int row, Party party, Scope scope) {
    return new Candidate(
        layer.role(),
        layer.topics(),
        party,
        scope,
        RANK_OF_RECORDS,
        false,
        layer.namesItself(),
        layer.recordBasis(row),
        null);
  }

  @Nullable Seat part() {
    return scope.part;
  }

  /** Whether it is for an area above that does not cover the place. */
  boolean isElsewhere() {
    return scope.part != null && !scope.part.covers();
  }

  /**
   * Whether this, which says that somebody is not responsible, counts for another scope: for the
   * same, and for all broader ones. A line, or an area of the same level, is another and not a
   * broader one.
   */
  boolean reaches(Scope other) {
    int closer = scope.reach.compareTo(other.reach);
    if (closer != 0) {
      return closer < 0;
    }
    if (isBeside(scope.part, other.part)) {
      return false;
    }
    if (scope.order != other.order) {
      return scope.order < other.order;
    }
    return scope.reach != Reach.ZONE || scope.ref.equals(other.ref);
  }

  private static boolean isBeside(@Nullable Seat one, @Nullable Seat other) {
    return one != null
        && other != null
        && (one.order() == other.order() || one.layer().isLine())
        && !one.equals(other);
  }

  /** How far from the front it stands, before all else. */
  int compareCloseness(Candidate other) {
    int byReach = scope.reach.compareTo(other.scope.reach);
    return byReach != 0 ? byReach : Double.compare(scope.order, other.scope.order);
  }

  /**
   * It decides.
   *
   * @param share for which part of the object; null when there are no parts
   */
  void setEffective(@Nullable Double share) {
    effective = true;
    held = share == null || held != null && held > share ? held : share;
  }

  void negate(Basis basisOfNegation, Set<Topic> ofTopics) {
    negatedBy = basisOfNegation;
    negatedTopics.addAll(ofTopics);
  }

  boolean isForOneOf(Set<Topic> asked) {
    for (Topic topic : asked) {
      if (topics.contains(topic)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds one answer, or two when the party is explicitly not responsible for a part of the topics.
   */
  void addAnswers(Set<Topic> asked, List<Answer> receiver) {
    if (negatedBy != null) {
      Set<Topic> left = EnumSet.copyOf(topics);
      left.removeAll(negatedTopics);
      if (left.stream().anyMatch(asked::contains)) {
        receiver.add(answer(left, effective, null));
        receiver.add(answer(negatedTopics, false, negatedBy));
        return;
      }
    }
    receiver.add(answer(topics, effective, negatedBy));
  }

  private Answer answer(Set<Topic> of, boolean decides, @Nullable Basis negation) {
    Seat part = scope.part;
    Double share = part == null || part.piece() == null ? null : (Double) part.share();
    return new Answer(
        role,
        of,
        party,
        scope.ref,
        scope.rule,
        scope.distance,
        decides && held != null ? held : share,
        part == null || scope.reach.compareTo(Reach.AREA) > 0
            ? null
            : part.layer().accuracy(part.row()),
        decides,
        rank,
        negation,
        basis,
        assignment);
  }
}
