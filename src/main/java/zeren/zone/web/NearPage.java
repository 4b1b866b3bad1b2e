package zeren.zone.web;

import java.util.ArrayList;
import java.util.List;
import zeren.zone.Near.Group;

/** One page of the finds of all groups, counted through in their order. */
final class NearPage {

  private NearPage() {}

  static long total(List<Group> groups) {
    return groups.stream().mapToLong(group -> group.found().size()).sum();
  }

  /** All groups, each with those of its finds that lie on the page. */
  static List<Group> cut(List<Group> groups, int offset, int limit) {
    List<Group> cut = new ArrayList<>();
    long before = 0;
    for (Group group : groups) {
      int size = group.found().size();
      int from = (int) Math.max(0, Math.min(size, offset - before));
      int to = (int) Math.max(from, Math.min(size, (long) offset + limit - before));
      cut.add(new Group(group.around(), group.found().subList(from, to)));
      before += size;
    }
    return cut;
  }
}
