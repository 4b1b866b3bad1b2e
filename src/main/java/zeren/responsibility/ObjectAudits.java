package zeren.responsibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import zeren.layer.LayerView;

/**
 * The audits of objects for whoever asks. What they came to is kept as long as the state of the
 * layers that they looked at.
 */
@Service
public class ObjectAudits {

  private record Known(
      Map<String, List<Misattribution>> misattributions, Map<String, List<DutyGap>> dutyGaps) {}

  private final Cache<ResponsibilityMap, Known> known = Caffeine.newBuilder().weakKeys().build();

  private Known of(AuditDay day) {
    return known.get(
        day.map(), map -> new Known(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
  }

  /**
   * The objects of a layer whose record says something else than the map.
   *
   * @param layer one of {@link AuditDay#objectLayers}
   */
  public List<Misattribution> misattributions(AuditDay day, String layer) {
    LayerView view = day.view(layer);
    return of(day)
        .misattributions()
        .computeIfAbsent(layer, key -> new MisattributionSearch(day, view).find());
  }

  /**
   * The objects of a layer for which nobody holds a role that somebody must hold.
   *
   * @param layer one of {@link #dutyLayers}
   */
  public List<DutyGap> dutyGaps(AuditDay day, String layer) {
    return of(day).dutyGaps().computeIfAbsent(layer, new DutyGapSearch(day)::find);
  }

  /** The layers whose objects somebody must be responsible for. */
  public List<String> dutyLayers(AuditDay day) {
    return DutyGapSearch.layers(day);
  }
}
