package zeren.responsibility;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * All that is known of who is responsible for a place.
 *
 * @param answers in the order of their roles; within a role, who decides comes first
 * @param gaps roles that are required and that nobody holds
 * @param overlaps roles that more than one holds
 * @param nearEdge areas whose edge is closer than the place is accurate: a little to the side the
 *     answer may be another; an area is named whether it covers the place or not
 * @param zones the zones the place lies in, nearest first
 */
public record Answers(
    Place place,
    List<Answer> answers,
    List<Gap> gaps,
    List<Overlap> overlaps,
    List<NearFeature> nearEdge,
    List<NearFeature> zones) {

  /**
   * What the public may see of it: nothing of layers that are not public, persons by name and phone
   * only where they are published.
   *
   * @param isPublic whether a layer is public
   */
  public Answers forThePublic(Predicate<String> isPublic) {
    List<Answer> shown = new ArrayList<>();
    for (Answer answer : answers) {
      Party party = answer.party().forThePublic();
      if (party != null && isPublic.test(answer.scope().layer())) {
        shown.add(answer.withParty(party));
      }
    }
    return new Answers(
        place,
        shown,
        gaps.stream()
            .filter(gap -> gap.scope() == null || isPublic.test(gap.scope().layer()))
            .toList(),
        overlaps.stream()
            .filter(both -> both.scopes().stream().allMatch(scope -> isPublic.test(scope.layer())))
            .map(Overlap::forThePublic)
            .toList(),
        nearEdge.stream().filter(near -> isPublic.test(near.feature().layer())).toList(),
        zones.stream().filter(zone -> isPublic.test(zone.feature().layer())).toList());
  }

  /** Who holds the role here. */
  public List<Answer> effective(Role role) {
    return answers.stream().filter(a -> a.role() == role && a.effective()).toList();
  }
}
