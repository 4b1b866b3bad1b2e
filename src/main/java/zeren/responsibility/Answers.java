package zeren.responsibility;

import java.util.List;

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

  /** Who holds the role here. */
  public List<Answer> effective(Role role) {
    return answers.stream().filter(a -> a.role() == role && a.effective()).toList();
  }
}
