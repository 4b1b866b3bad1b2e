package zeren.responsibility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;

/** Asks of every object who is responsible, and keeps what nobody is. */
final class DutyGapSearch {

  private static final String REQUIRED = "required_role";

  private final AuditDay day;
  private final AuditPlaces places;

  DutyGapSearch(AuditDay day) {
    this.day = day;
    this.places = new AuditPlaces(day);
  }

  /** The layers of objects in a register, and those for whose objects a role is required. */
  static List<String> layers(AuditDay day) {
    Set<String> layers = new LinkedHashSet<>();
    day.objectLayers().forEach(layer -> layers.add(layer.id()));
    LayerView required = day.view(REQUIRED);
    for (int row = 0; row < required.size(); row++) {
      day.findView(Parties.text(required, row, "layer"))
          .map(LayerView::declaration)
          .filter(layer -> layer.geometry() != GeometryType.NONE)
          .map(LayerDeclaration::id)
          .ifPresent(layers::add);
    }
    return List.copyOf(layers);
  }

  List<DutyGap> find(String layer) {
    LayerView view = day.view(layer);
    return IntStream.range(0, view.size())
        .mapToObj(row -> find(view, row))
        .flatMap(List::stream)
        .toList();
  }

  private List<DutyGap> find(LayerView view, int row) {
    Place place = Place.of(view, row);
    Map<Role, List<Gap>> byRole = new EnumMap<>(Role.class);
    for (Gap gap : day.map().answer(place, EnumSet.allOf(Topic.class)).gaps()) {
      byRole.computeIfAbsent(gap.role(), role -> new ArrayList<>()).add(gap);
    }
    if (byRole.isEmpty()) {
      return List.of();
    }
    AuditPlaces.Districts districts = places.districtsOf(place.lon(), place.lat());
    List<DutyGap> found = new ArrayList<>();
    byRole.forEach(
        (role, gaps) ->
            found.add(
                new DutyGap(
                    AuditDay.ref(view, row),
                    place.lon(),
                    place.lat(),
                    districts.county(),
                    districts.zone(),
                    role,
                    topics(gaps),
                    gaps.get(0).code(),
                    gaps.stream().map(Gap::reason).distinct().collect(Collectors.joining(" ")))));
    return found;
  }

  private static Set<Topic> topics(List<Gap> gaps) {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    gaps.forEach(gap -> topics.addAll(gap.topics()));
    return topics;
  }
}
