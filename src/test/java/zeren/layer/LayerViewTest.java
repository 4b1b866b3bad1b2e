package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import zeren.Shapes;

class LayerViewTest {

  private static final String YAML =
      """
      id: outfall
      title: {zh: 排污口, en: Outfall}
      geometry: Point
      visibility: public
      name: name
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}, visibility: internal}
        - {name: pipes, type: integer, title: {zh: 管数, en: Pipes}}
        - {name: flow, type: number, title: {zh: 流量, en: Flow}}
        - {name: closed, type: boolean, title: {zh: 封堵, en: Closed}}
        - name: kind
          type: text
          title: {zh: 类别, en: Kind}
          values: {pipe: {zh: 管, en: Pipe}, ditch: {zh: 沟, en: Ditch}}
        - {name: tip, type: text, title: {zh: 线索, en: Tip}, visibility: internal}
      drawing: {order: 1, style: {size: 1}}
      """;

  private static final List<Views.Item> ITEMS =
      List.of(
          new Views.Item(
              "b",
              Shapes.point(2, 2),
              Map.of("name", "secret b", "pipes", 3L, "kind", "pipe", "tip", "x", "closed", true)),
          new Views.Item(
              "a", Shapes.point(1, 1), Map.of("name", "secret a", "flow", 2.5, "kind", "ditch")),
          new Views.Item("c", Shapes.point(3, 3)));

  private static LayerView view(Viewer viewer) {
    return Views.of(Views.declare(YAML), viewer, ITEMS);
  }

  @Test
  void rowsAreInTheOrderOfTheirIds() {
    LayerView view = view(Views.OFFICIAL);
    assertThat(IntStream.range(0, view.size()).mapToObj(view::id)).containsExactly("a", "b", "c");
    assertThat(view.findRow("b")).hasValue(1);
    assertThat(view.findRow("d")).isEmpty();
  }

  @Test
  void hiddenFieldsAreNotThereInAnyWay() {
    LayerView view = view(Viewer.ANONYMOUS);
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
    LayerView view = view(Views.OFFICIAL);
    assertThat(view.properties(1)).containsOnlyKeys("name", "pipes", "closed", "kind", "tip");
    assertThat(view.name(1)).isEqualTo("secret b");
    assertThat(view.value(1, "nothing")).isNull();
  }

  @Test
  void internalLayersHideEvenPublicFields() {
    Viewer anonymous = Viewer.ANONYMOUS;
    LayerDeclaration internal =
        Views.declare(YAML.replace("visibility: public", "visibility: internal"));
    assertThat(anonymous.maySee(internal)).isFalse();
    assertThat(Views.OFFICIAL.maySee(internal)).isTrue();
  }

  /** Otherwise a field that is made internal would live on in every browser's cache. */
  @Test
  void theTagChangesWithTheDeclaration() {
    String tag = view(Viewer.ANONYMOUS).tag();
    assertThat(Views.of(Views.declare(YAML), Viewer.ANONYMOUS, ITEMS).tag()).isEqualTo(tag);
    LayerDeclaration fewer =
        Views.declare(YAML.replace("en: Pipes}", "en: Pipes}, visibility: internal"));
    assertThat(Views.of(fewer, Viewer.ANONYMOUS, ITEMS).tag()).isNotEqualTo(tag);
    LayerDeclaration grouped =
        Views.declare(YAML.replace("order: 1", "order: 1, group_below_zoom: 9"));
    assertThat(Views.of(grouped, Viewer.ANONYMOUS, ITEMS).tag()).isNotEqualTo(tag);
  }

  @Test
  void theExtentIsThatOfAllRowsAndACopy() {
    LayerView view = view(Viewer.ANONYMOUS);
    assertThat(view.extent()).isEqualTo(new Envelope(1, 3, 1, 3));
    view.extent().expandToInclude(100, 80);
    assertThat(view.extent()).isEqualTo(new Envelope(1, 3, 1, 3));
    assertThat(Views.of(Views.declare(YAML), Viewer.ANONYMOUS, List.of()).extent().isNull())
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
