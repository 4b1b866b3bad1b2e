package zeren.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableOrderTest {

  private static CopiedTable table(String name, String... needs) {
    return new CopiedTable(name, new TreeMap<>(), Set.of(), Set.of(needs));
  }

  @Test
  void whatIsReferredToComesFirst() {
    List<CopiedTable> tables =
        List.of(table("a", "c", "d"), table("b"), table("c", "d"), table("d", "b"));
    assertThat(TableOrder.of(tables))
        .extracting(CopiedTable::name)
        .containsExactly("b", "d", "c", "a");
  }

  @Test
  void aCircleIsRefusedByName() {
    List<CopiedTable> tables = List.of(table("a", "b"), table("b", "a"), table("c"));
    assertThatThrownBy(() -> TableOrder.of(tables))
        .isInstanceOf(CopyException.class)
        .hasMessageContaining("a, b")
        .hasMessageNotContaining("c,");
  }
}
