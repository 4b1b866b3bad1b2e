package zeren.responsibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;

/**
 * The coverage audit of whoever asks. It takes seconds for tens of thousands of cells, so what it
 * came to is kept until one of the layers it looks at says something else.
 */
@Service
public class CoverageAudits {

  private static final int KEPT = 8;

  private final Cache<String, List<CoverageLevel>> known =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  /**
   * How the cells of a layer cover the city, by level from the highest to the lowest.
   *
   * @param layer one of {@link AuditDay#cellLayers}
   */
  public List<CoverageLevel> get(AuditDay day, String layer) {
    return known.get(key(day, layer), key -> CoverageAudit.of(day, layer).run());
  }

  /** The levels of a layer, the highest first; none when it has no levels. */
  public static List<String> levels(LayerDeclaration layer) {
    return CoverageAudit.levels(layer);
  }

  private static String key(AuditDay day, String layer) {
    Stream<LayerView> objects =
        day.objectLayers().stream().map(LayerDeclaration::id).map(day::view);
    return Stream.concat(
            Stream.concat(Stream.of(day.view(layer)), day.districts().stream()), objects)
        .map(view -> view.declaration().id() + " " + view.tag())
        .collect(Collectors.joining("\n"));
  }
}
