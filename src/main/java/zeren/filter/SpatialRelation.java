package zeren.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/**
 * How two geometries lie to each other (OGC 21-065r2, table 4): the relations of the dimensionally
 * extended nine-intersection model.
 */
enum SpatialRelation {
  S_INTERSECTS(true, RelatePredicate::intersects),
  S_DISJOINT(false, RelatePredicate::disjoint),
  S_WITHIN(true, RelatePredicate::within),
  S_CONTAINS(true, RelatePredicate::contains),
  S_EQUALS(true, RelatePredicate::equalsTopo),
  S_TOUCHES(false, RelatePredicate::touches),
  S_CROSSES(false, RelatePredicate::crosses),
  S_OVERLAPS(false, RelatePredicate::overlaps);

  private final boolean reflexive;
  private final Supplier<TopologyPredicate> predicate;

  SpatialRelation(boolean reflexive, Supplier<TopologyPredicate> predicate) {
    this.reflexive = reflexive;
    this.predicate = predicate;
  }

  /** A new one for each pair of geometries. */
  TopologyPredicate predicate() {
    return predicate.get();
  }

  /** Whether every geometry has it to itself; else none has. */
  boolean reflexive() {
    return reflexive;
  }

  /** The same said with the two geometries in the other order. */
  SpatialRelation converse() {
    return switch (this) {
      case S_WITHIN -> S_CONTAINS;
      case S_CONTAINS -> S_WITHIN;
      default -> this;
    };
  }

  /** By its name in lower case. */
  static Optional<SpatialRelation> find(String name) {
    for (SpatialRelation relation : values()) {
      if (relation.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }
}
