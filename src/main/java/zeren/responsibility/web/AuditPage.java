package zeren.responsibility.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import zeren.problem.QueryParameters;

/**
 * Which part of a long list is asked for.
 *
 * @param limit how many at most
 * @param offset how many are left out before them
 */
record AuditPage(int limit, int offset) {

  static final List<String> PARAMETERS = List.of("limit", "offset");

  static AuditPage read(QueryParameters parameters, int usual, int most) {
    return new AuditPage(
        parameters.wholeNumber("limit", 1, most, usual),
        parameters.wholeNumber("offset", 0, Integer.MAX_VALUE, 0));
  }

  <T> List<T> cut(List<T> all) {
    int from = Math.min(offset, all.size());
    return all.subList(from, (int) Math.min((long) from + limit, all.size()));
  }

  /** The address of the next page; null on the last one. */
  @Nullable String next(long total) {
    long end = (long) offset + limit;
    return end >= total
        ? null
        : ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("offset", end)
            .replaceQueryParam("limit", limit)
            // The query is encoded already, as it came.
            .build()
            .toUriString();
  }
}
