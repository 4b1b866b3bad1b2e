package zeren.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Values drawn at random, each in proportion to its weight. */
final class Shares<T> {

  private final List<T> values = new ArrayList<>();
  private final List<Double> upTo = new ArrayList<>();
  private double total;

  Shares<T> with(T value, double weight) {
    total += weight;
    values.add(value);
    upTo.add(total);
    return this;
  }

  T draw(SplittableRandom random) {
    double at = random.nextDouble() * total;
    int index = 0;
    while (index < values.size() - 1 && at >= upTo.get(index)) {
      index++;
    }
    return values.get(index);
  }
}
