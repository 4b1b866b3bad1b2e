package zeren.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Placements for tests. */
final class Placements {

  private Placements() {}

  /** Rows in an order that is none, the same in every run. */
  static Placement shuffled(int rows) {
    List<Integer> order =
        IntStream.range(0, rows).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(order, new Random(rows));
    return new Placement(order.stream().mapToInt(Integer::intValue).toArray());
  }
}
