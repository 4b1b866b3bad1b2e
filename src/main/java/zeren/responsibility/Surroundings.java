package zeren.responsibility;

import java.util.List;

/**
 * What a place belongs to, before it is asked who is responsible for it.
 *
 * @param areas the areas that cover it, and those above them
 * @param lines the lines it belongs to, the nearest of each layer first
 * @param zoneAssignments assignments to zones that it lies in
 */
record Surroundings(
    Place place,
    List<Seat> areas,
    List<Seat> lines,
    List<ZoneAssignment> zoneAssignments,
    List<NearFeature> zones,
    List<NearFeature> nearEdge) {

  /**
   * @param radius metres
   * @param distance metres to what the zone is round
   */
  record ZoneAssignment(Assignment assignment, FeatureRef centre, double radius, double distance) {}
}
