package zeren.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts tables into the order in which they can be filled: what is referred to comes first. */
final class TableOrder {

  private TableOrder() {}

  /**
   * @throws CopyException when tables refer to each other in a circle
   */
  static List<CopiedTable> of(Collection<CopiedTable> tables) {
    List<CopiedTable> left = new ArrayList<>(tables);
    List<CopiedTable> ordered = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    while (!left.isEmpty()) {
      CopiedTable next =
          left.stream()
              .filter(table -> done.containsAll(table.needs()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new CopyException(
                          "These tables refer to each other and cannot be copied one by one: "
                              + String.join(", ", left.stream().map(CopiedTable::name).toList())));
      left.remove(next);
      done.add(next.name());
      ordered.add(next);
    }
    return ordered;
  }
}
