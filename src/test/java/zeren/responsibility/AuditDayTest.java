package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zeren.Shapes;
import zeren.layer.LayerDeclaration;

class AuditDayTest {

  private static List<String> ids(List<LayerDeclaration> layers) {
    return layers.stream().map(LayerDeclaration::id).toList();
  }

  /** The hand-made town declares a layer of its own: plots, which are areas with an operator. */
  @Test
  void objectsWithAnOutlineAreNoCells() {
    LocalDate day = LocalDate.of(2020, 6, 1);
    AuditDay town = new AuditDay(day, new TownFiles().map(day), List::of);
    assertThat(ids(town.cellLayers())).containsExactly("grid_cell");
    assertThat(ids(town.objectLayers())).contains("site", "enterprise", "plot");
    assertThat(ids(town.objectLayers())).doesNotContain("grid_cell", "district", "unit");
  }

  /** Who is in charge of a cell is what who answers, also by an assignment to all of its level. */
  @Test
  void aChiefOfAllCellsOfALevelIsInChargeOfEach() {
    AuditTown town =
        new AuditTown()
            .county("甲县", Shapes.rectangle(113.0, 34.0, 113.2, 34.1))
            .cell("a", Shapes.rectangle(113.0, 34.0, 113.1, 34.1))
            .row("unit", "office", Map.of("kind", "office"));
    assertThat(new CellChiefAudit().run(town.day())).hasSize(1);
    town.assignment(
        "all villages",
        Map.of(
            "unit",
            "office",
            "role",
            "grid_chief",
            "scope_layer",
            "grid_cell",
            "scope_field",
            "level",
            "scope_value",
            "village"));
    assertThat(new CellChiefAudit().run(town.day())).isEmpty();
    ResponsibilityMap map = town.day().map();
    Place cell = map.findObject("grid_cell", "a").orElseThrow();
    assertThat(map.answer(cell, EnumSet.allOf(Topic.class)).effective(Role.GRID_CHIEF))
        .extracting(answer -> answer.party().id())
        .containsExactly("office");
  }
}
