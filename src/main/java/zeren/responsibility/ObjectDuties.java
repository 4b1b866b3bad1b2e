package zeren.responsibility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerView;

/** Who is responsible for objects, each found out once however many zones it lies in. */
final class ObjectDuties {

  /**
   * @param district the district that has to answer; null when there is none
   * @param cell the deepest cell; null when there is none
   * @param departments who watches over it
   */
  record Duties(
      @Nullable FeatureRef district,
      @Nullable FeatureRef cell,
      List<Party> departments,
      List<Gap> gaps) {}

  private record Key(String layer, int row) {}

  private final ResponsibilityMap map;
  private final Set<Topic> topics;
  private final Map<Key, Duties> known = new HashMap<>();

  ObjectDuties(ResponsibilityMap map, Set<Topic> topics) {
    this.map = map;
    this.topics = topics;
  }

  Duties of(LayerView view, int row) {
    return known.computeIfAbsent(
        new Key(view.declaration().id(), row), key -> find(Place.of(view, row)));
  }

  private Duties find(Place place) {
    Answers answers = map.answer(place, topics);
    return new Duties(
        first(answers, Role.TERRITORIAL),
        first(answers, Role.GRID_CHIEF),
        answers.effective(Role.SECTOR).stream().map(Answer::party).distinct().toList(),
        answers.gaps());
  }

  private static @Nullable FeatureRef first(Answers answers, Role role) {
    return answers.answers().stream()
        .filter(answer -> answer.role() == role)
        .map(Answer::scope)
        .filter(scope -> !scope.id().isEmpty())
        .findFirst()
        .orElse(null);
  }
}
