package zeren.responsibility.web;

import zeren.responsibility.JointControl;

/**
 * A zone in one line: how many there are of each.
 *
 * @param districts with a part of the zone to answer for
 * @param cells that decide somewhere in it
 * @param group whether somebody leads the joint control
 */
record ZoneSummary(
    String id,
    String name,
    int districts,
    int departments,
    int cells,
    int sites,
    int enterprises,
    int gaps,
    boolean group) {

  static ZoneSummary of(JointControl zone, boolean group) {
    return new ZoneSummary(
        zone.zone().centre().id(),
        zone.zone().centre().name(),
        zone.districts().size(),
        zone.departments().size(),
        (int) zone.cells().stream().filter(JointControl.Cell::decides).count(),
        count(zone, "site"),
        count(zone, "enterprise"),
        zone.gaps().size(),
        group);
  }

  private static int count(JointControl zone, String layer) {
    return (int)
        zone.objects().stream().filter(object -> object.object().layer().equals(layer)).count();
  }
}
