package zeren.reference;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.layer.FeatureDraft;

/**
 * What all invented features have in common.
 *
 * @param seed the seed that they were generated from, named in their source
 */
record Invention(long seed) {

  private static final LocalDate SINCE = LocalDate.of(2019, 1, 1);

  /**
   * @param layer id of the layer
   * @param properties the layer's own fields
   */
  FeatureDraft draft(
      String layer, String id, Geometry geometry, Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(properties);
    all.put("source", "合成数据，由程序按固定种子 " + seed + " 生成");
    all.put("synthetic", true);
    return new FeatureDraft(layer, id, geometry, all, SINCE, null);
  }
}
