package zeren.zone.web;

import java.util.ArrayList;
import java.util.List;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Find;
import zeren.zone.NearGroup;

/**
 * One page of the finds of all groups, counted through in their order.
 *
 * @param total finds on all pages
 * @param groups all of them, each with those of its finds that lie on the page
 */
record NearPage(long total, List<Part> groups) {

  /**
   * @param count finds of the group on all pages
   */
  record Part(Centre around, int count, List<Find> found) {}

  static NearPage cut(List<NearGroup> groups, int offset, int limit) {
    List<Part> parts = new ArrayList<>();
    long before = 0;
    for (NearGroup group : groups) {
      int count = group.count();
      int from = (int) Math.max(0, Math.min(count, offset - before));
      int to = (int) Math.max(from, Math.min(count, (long) offset + limit - before));
      parts.add(new Part(group.around(), count, group.found(from, to)));
      before += count;
    }
    return new NearPage(before, parts);
  }
}
