package zeren.layer;

import java.util.List;

/** The fields that every layer has without declaring them: how far to trust a feature, and why. */
final class ProvenanceFields {

  static final List<LayerField> ALL =
      List.of(
          field("accuracy_m", FieldType.NUMBER, "位置精度", "Position accuracy", "m"),
          field("source", FieldType.TEXT, "来源", "Source", null),
          field("synthetic", FieldType.BOOLEAN, "合成数据", "Synthetic", null));

  private ProvenanceFields() {}

  private static LayerField field(
      String name,
      FieldType type,
      String zh,
      String en,
      @org.jspecify.annotations.Nullable String unit) {
    return new LayerField(name, type, new Title(zh, en), unit, false, null, null);
  }
}
