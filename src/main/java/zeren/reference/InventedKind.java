package zeren.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.layer.FeatureDraft;

/**
 * A kind of object that is invented in numbers.
 *
 * @param layer id of the layer
 * @param idPrefix begins every id, before the number
 * @param namePrefix begins every name and says that it is invented
 * @param types how often each type occurs
 * @param classes how often each class occurs
 */
record InventedKind(
    String layer, String idPrefix, String namePrefix, Shares<Type> types, Shares<String> classes) {

  /**
   * @param value as the layer declares it
   * @param zh Chinese title, ends every name
   */
  record Type(String value, String zh) {}

  static final InventedKind SITE =
      new InventedKind(
          "site",
          "SYN-S",
          "合成工地",
          new Shares<Type>()
              .with(new Type("building", "房建"), 46)
              .with(new Type("municipal", "管网"), 14)
              .with(new Type("road", "道路"), 12)
              .with(new Type("demolition", "拆迁"), 10)
              .with(new Type("garden", "园林"), 7)
              .with(new Type("transport", "交通"), 5)
              .with(new Type("water", "水利"), 4)
              .with(new Type("spoil", "渣土消纳"), 2),
          new Shares<String>().with("A", 25).with("B", 55).with("C", 20));

  static final InventedKind ENTERPRISE =
      new InventedKind(
          "enterprise",
          "SYN-E",
          "合成企业",
          new Shares<Type>()
              .with(new Type("machinery", "机械加工"), 22)
              .with(new Type("refractories", "耐火材料"), 13)
              .with(new Type("plastics", "塑料制品"), 12)
              .with(new Type("printing", "印刷"), 11)
              .with(new Type("furniture", "家具"), 10)
              .with(new Type("food", "食品饮料"), 9)
              .with(new Type("chemicals", "化工"), 6)
              .with(new Type("foundry", "铸造"), 5)
              .with(new Type("paint_shop", "喷漆"), 5)
              .with(new Type("ceramics", "陶瓷"), 3)
              .with(new Type("cement", "水泥"), 2)
              .with(new Type("carbon", "炭素"), 1)
              .with(new Type("power", "电力热力"), 1),
          new Shares<String>().with("A", 4).with("B", 16).with("C", 45).with("D", 35));

  /** As if somebody had stood there with a phone. */
  private static final double ACCURACY_METRES = 10;

  /**
   * @param random decides everything; the same state gives the same features
   */
  List<FeatureDraft> generate(
      int count, Placement placement, Invention invention, SplittableRandom random) {
    GeometryFactory geometries = new GeometryFactory();
    List<FeatureDraft> drafts = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Placement.Place place = placement.draw(random);
      Type type = types.draw(random);
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      properties.put(
          "name", String.format(Locale.ROOT, "%s%04d（%s）", namePrefix, number, type.zh()));
      properties.put("type", type.value());
      properties.put("class", classes.draw(random));
      properties.put("district_recorded", place.district());
      properties.put("accuracy_m", ACCURACY_METRES);
      String id = String.format(Locale.ROOT, "%s%04d", idPrefix, number);
      drafts.add(invention.draft(layer, id, geometries.createPoint(place.lonLat()), properties));
    }
    return drafts;
  }
}
