package zeren.responsibility;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a finding says.
 *
 * @param layer the layer it is about; null when it is about none
 * @param subject the feature it is about; null when it is about an area
 * @param others further features that belong to it, such as the cells that overlap
 * @param level of the cells
 * @param district the county
 * @param zone the development zone
 * @param area in square metres
 * @param width mean width in metres
 * @param objects how many objects are in the area, by layer; empty when it is about no area
 * @param role the role that nobody holds
 * @param topic for which it is required; codes separated by {@code ;}
 * @param recorded what the record says, by what it says it of
 * @param computed what the map says instead
 * @param verdict how sure it is, such as {@code wrong} or {@code near_edge}, or why nobody holds
 *     the role
 * @param distance metres to the edge of what is on record
 * @param lon degrees, of the place to show on a map
 * @param lat degrees
 */
public record FindingContent(
    @Nullable String layer,
    @Nullable FeatureRef subject,
    List<FeatureRef> others,
    @Nullable String level,
    @Nullable FeatureRef district,
    @Nullable FeatureRef zone,
    @Nullable Double area,
    @Nullable Double width,
    Map<String, Integer> objects,
    @Nullable String role,
    @Nullable String topic,
    Map<String, String> recorded,
    Map<String, String> computed,
    @Nullable String verdict,
    @Nullable Double distance,
    @Nullable Double lon,
    @Nullable Double lat) {

  /** What comes first among findings of a kind: large areas, then what is far off. */
  double weight() {
    if (area != null) {
      return area;
    }
    return distance == null ? 0 : distance;
  }
}
