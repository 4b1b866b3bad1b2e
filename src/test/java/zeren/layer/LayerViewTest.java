package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import zeren.Shapes;

class LayerViewTest {

  @Test
  void rowsAreInTheOrderOfTheirIds() {
    LayerView view = Outfalls.view(Views.OFFICIAL);
    assertThat(IntStream.range(0, view.size()).mapToObj(view::id)).containsExactly("a", "b", "c");
    assertThat(view.findRow("b")).hasValue(1);
    assertThat(view.findRow("d")).isEmpty();
  }

  @Test
  void hiddenFieldsAreNotThereInAnyWay() {
    LayerView view = Outfalls.view(Viewer.ANONYMOUS);
    assertThat(view.fields())
        .extracting(LayerField::name)
        .containsExactly("pipes", "flow", "closed", "kind", "accuracy_m", "source", "synthetic");
    assertThat(view.properties(1)).containsOnlyKeys("pipes", "closed", "kind");
    assertThat(view.value(1, "tip")).isNull();
    assertThat(view.value(1, "name")).isNull();
    assertThat(view.name(1)).as("a hidden name is replaced by the id").isEqualTo("b");
  }

  @Test
  void anAccountSeesAllFields() {
    LayerView view = Outfalls.view(Views.OFFICIAL);
    assertThat(view.properties(1)).containsOnlyKeys("name", "pipes", "closed", "kind", "tip");
    assertThat(view.name(1)).isEqualTo("secret b");
    assertThat(view.value(1, "nothing")).isNull();
  }

  @Test
  void internalLayersHideEvenPublicFields() {
    Viewer anonymous = Viewer.ANONYMOUS;
    LayerDeclaration internal =
        Views.declare(Outfalls.YAML.replace("visibility: public", "visibility: internal"));
    assertThat(anonymous.maySee(internal)).isFalse();
    assertThat(Views.OFFICIAL.maySee(internal)).isTrue();
  }

  /** Otherwise a field that is made internal would live on in every browser's cache. */
  @Test
  void theTagChangesWithTheDeclaration() {
    String tag = Outfalls.view(Viewer.ANONYMOUS).tag();
    assertThat(Views.of(Views.declare(Outfalls.YAML), Viewer.ANONYMOUS, Outfalls.ITEMS).tag())
        .isEqualTo(tag);
    LayerDeclaration fewer =
        Views.declare(Outfalls.YAML.replace("en: Pipes}", "en: Pipes}, visibility: internal"));
    assertThat(Views.of(fewer, Viewer.ANONYMOUS, Outfalls.ITEMS).tag()).isNotEqualTo(tag);
    LayerDeclaration grouped =
        Views.declare(Outfalls.YAML.replace("order: 1", "order: 1, group_below_zoom: 9"));
    assertThat(Views.of(grouped, Viewer.ANONYMOUS, Outfalls.ITEMS).tag()).isNotEqualTo(tag);
  }

  @Test
  void theExtentIsThatOfAllRowsAndACopy() {
    LayerView view = Outfalls.view(Viewer.ANONYMOUS);
    assertThat(view.extent()).isEqualTo(new Envelope(1, 3, 1, 3));
    view.extent().expandToInclude(100, 80);
    assertThat(view.extent()).isEqualTo(new Envelope(1, 3, 1, 3));
    assertThat(
            Views.of(Views.declare(Outfalls.YAML), Viewer.ANONYMOUS, List.of()).extent().isNull())
        .isTrue();
  }

  @Test
  void theSearchHandsOverExactlyWhatMeetsTheBox() {
    Random random = new Random(5);
    List<Views.Item> items =
        IntStream.range(0, 3000)
            .mapToObj(
                i ->
                    new Views.Item(
                        "p" + i, Shapes.point(random.nextDouble() * 10, random.nextDouble() * 10)))
            .toList();
    LayerView view = Views.of(Views.declare("spot", "Point"), Viewer.ANONYMOUS, items);
    for (int i = 0; i < 100; i++) {
      double x = random.nextDouble() * 10;
      double y = random.nextDouble() * 10;
      Envelope box = new Envelope(x, x + random.nextDouble(), y, y + random.nextDouble());
      Set<Integer> found = new HashSet<>();
      view.search(box, row -> assertThat(found.add(row)).isTrue());
      Set<Integer> expected = new TreeSet<>();
      for (int row = 0; row < view.size(); row++) {
        if (box.intersects(view.geometry(row).getEnvelopeInternal())) {
          expected.add(row);
        }
      }
      assertThat(found).isEqualTo(expected);
    }
    Views.of(Views.declare("spot", "Point"), Viewer.ANONYMOUS, List.of())
        .search(new Envelope(-180, 180, -90, 90), row -> assertThat(row).isNegative());
  }
}
