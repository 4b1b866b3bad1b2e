package zeren.layer;

import java.util.List;
import java.util.Map;
import zeren.Shapes;

/** A small layer for tests: fields of several types, some of them internal, and three features. */
public final class Outfalls {

  public static final String YAML =
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

  static final List<Views.Item> ITEMS =
      List.of(
          new Views.Item(
              "b",
              Shapes.point(2, 2),
              Map.of("name", "secret b", "pipes", 3L, "kind", "pipe", "tip", "x", "closed", true)),
          new Views.Item(
              "a", Shapes.point(1, 1), Map.of("name", "secret a", "flow", 2.5, "kind", "ditch")),
          new Views.Item("c", Shapes.point(3, 3)));

  private Outfalls() {}

  public static LayerView view(Viewer viewer) {
    return Views.of(Views.declare(YAML), viewer, ITEMS);
  }
}
