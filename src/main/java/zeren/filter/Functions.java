package zeren.filter;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions of filters by name. */
final class Functions {

  static final String KNOWN =
      "known are "
          + Stream.of(
                  Stream.of("DATE", "TIMESTAMP", "INTERVAL"),
                  Arrays.stream(Folding.values()).map(Enum::name),
                  Arrays.stream(SpatialRelation.values()).map(Enum::name),
                  Arrays.stream(TemporalRelation.values()).map(Enum::name))
              .flatMap(names -> names)
              .collect(Collectors.joining(", "))
          + " and distance";

  /** Operators that make a condition, besides comparisons and relations. */
  static final Set<String> CONDITIONS =
      Set.of("and", "or", "not", "isnull", "like", "between", "in");

  private Functions() {}
}
