package zeren.responsibility;

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
    WHOLE_LAYER
  }

  /** After every rank that an assignment can have. */
  static final int RANK_OF_RECORDS = Integer.MAX_VALUE;

  final Role role;
  final Set<Topic> topics;
  final Party party;
  final FeatureRef scope;
  final Rule rule;
  final Reach reach;

  /** The area or line that it is for; null when it is for something else. */
  final @Nullable Seat seat;

  final double distance;
  final int rank;
  final boolean negated;
  final Basis basis;
  final @Nullable String assignment;

  private boolean effective;
  private @Nullable Basis negatedBy;

  private Candidate(
      Role role,
      Set<Topic> topics,
      Party party,
      FeatureRef scope,
      Rule rule,
      Reach reach,
      @Nullable Seat seat,
      double distance,
      int rank,
      boolean negated,
      Basis basis,
      @Nullable String assignment) {
    this.role = role;
    this.topics = topics;
    this.party = party;
    this.scope = scope;
    this.rule = rule;
    this.reach = reach;
    this.seat = seat;
    this.distance = distance;
    this.rank = rank;
    this.negated = negated;
    this.basis = basis;
    this.assignment = assignment;
  }

  static Candidate of(
      Assignment assignment,
      FeatureRef scope,
      Rule rule,
      Reach reach,
      @Nullable Seat seat,
      double distance) {
    return new Candidate(
        assignment.role(),
        assignment.topics(),
        assignment.party(),
        scope,
        rule,
        reach,
        seat,
        distance,
        assignment.rank(),
        assignment.negated(),
        assignment.basis(),
        assignment.id());
  }

  static Candidate ofRecord(
      DutyLayer layer, int row, Party party, Rule rule, Reach reach, @Nullable Seat seat) {
    return new Candidate(
        layer.role(),
        layer.topics(),
        party,
        layer.ref(row),
        rule,
        reach,
        seat,
        seat == null ? 0 : seat.distance(),
        RANK_OF_RECORDS,
        false,
        layer.recordBasis(row),
        null);
  }

  /** Where its area or line stands among the others; the same for all that have none. */
  int order() {
    return seat == null ? 0 : seat.order();
  }

  boolean isEffective() {
    return effective;
  }

  void setEffective() {
    effective = true;
  }

  boolean isNegated() {
    return negatedBy != null;
  }

  void negate(Basis basisOfNegation) {
    negatedBy = basisOfNegation;
  }

  Answer toAnswer() {
    boolean ofShape = seat != null && seat.piece() != null;
    return new Answer(
        role,
        topics,
        party,
        scope,
        rule,
        distance,
        ofShape && seat != null ? (effective && seat.net() > 0 ? seat.net() : seat.share()) : null,
        effective,
        rank,
        negatedBy,
        basis,
        assignment);
  }
}
