package zeren.layer;

import java.util.List;

/** The fields that every layer has without declaring them: how far to trust a feature, and why. */
final class ProvenanceFields {

  static final List<LayerField> ALL =
      List.of(
          new LayerField(
              "accuracy_m",
              FieldType.NUMBER,
              new Title("位置精度", "Position accuracy"),
              "m",
              false,
              null,
              null,
              null,
              false,
              List.of("精度", "accuracy")),
          field("source", FieldType.TEXT, "来源", "Source", List.of("数据来源", "资料来源")),
          field("synthetic", FieldType.BOOLEAN, "合成数据", "Synthetic", List.of()));

  private ProvenanceFields() {}

  /** Those of a layer: what has no position has no accuracy of it. */
  static List<LayerField> of(GeometryType geometry) {
    return geometry == GeometryType.NONE ? ALL.subList(1, ALL.size()) : ALL;
  }

  private static LayerField field(
      String name, FieldType type, String zh, String en, List<String> synonyms) {
    return new LayerField(
        name, type, new Title(zh, en), null, false, null, null, null, false, synonyms);
  }
}
