package zeren.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import zeren.layer.FeatureDraft;

/** The invented contractors of invented sites; some sites have none on record, as in real lists. */
final class Contractors {

  private static final int CONTRACTORS = 180;

  /** One site of so many has no contractor on record. */
  private static final int WITHOUT_ONE_IN = 25;

  private Contractors() {}

  /**
   * @param random decides everything; the same state gives the same contractors
   */
  static List<FeatureDraft> nameIn(List<FeatureDraft> sites, SplittableRandom random) {
    List<FeatureDraft> named = new ArrayList<>();
    for (FeatureDraft site : sites) {
      int contractor = 1 + random.nextInt(CONTRACTORS);
      named.add(random.nextInt(WITHOUT_ONE_IN) == 0 ? site : named(site, contractor));
    }
    return named;
  }

  private static FeatureDraft named(FeatureDraft site, int contractor) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(site.properties());
    properties.put("operator", String.format(Locale.ROOT, "合成施工单位%03d", contractor));
    properties.put("operator_phone", String.format(Locale.ROOT, "000-2000-%04d", contractor));
    return new FeatureDraft(
        site.layer(), site.id(), site.geometry(), properties, site.validFrom(), site.source());
  }
}
