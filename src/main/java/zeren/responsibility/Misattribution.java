package zeren.responsibility;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object whose record says something else than the map.
 *
 * @param recorded what the record says of {@code district}, {@code cell} and {@code department}, as
 *     far as the map says something else; names, and ids under {@code district_id} and so on
 * @param computed what the map says of the same; left out where nothing covers the object
 * @param distance metres to the recorded area; null when it is not there, or only the department is
 *     another
 */
public record Misattribution(
    FeatureRef feature,
    double lon,
    double lat,
    @Nullable FeatureRef county,
    @Nullable FeatureRef zone,
    Map<String, String> recorded,
    Map<String, String> computed,
    @Nullable Double distance,
    Verdict verdict) {

  /** How sure it is that the record is wrong; the surest first. */
  public enum Verdict {
    /** Nothing else explains it. */
    WRONG,
    /** The shift between GCJ-02 and CGCS2000 explains it: the position may be what is wrong. */
    SUSPECT_DATUM,
    /** The recorded area is no further away than the position is accurate. */
    NEAR_EDGE;

    /** The word of the API. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
