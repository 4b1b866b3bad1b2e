package zeren.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks the chain of hashes from the first row to the last. */
@Component
public class TrailCheck {

  private static final int PAGE = 2_000;

  private final TrailRepository repository;

  TrailCheck(TrailRepository repository) {
    this.repository = repository;
  }

  /** What can be wrong with the trail. */
  public enum Fault {
    /** The row of this number is not there. */
    MISSING,
    /** The row is not what was written behind the one before: changed, put in or moved. */
    ALTERED,
    /** The row stands behind the end of the trail. */
    BEHIND_END,
    /** The end of the trail as it is kept is not this, the last row. */
    WRONG_END,
    /** The hash that was written down is of no row: what had it was cut off or made anew. */
    UNKNOWN_HEAD
  }

  /**
   * @param rows how many hold together, from the first one on
   * @param head the last of them
   * @param fault null when nothing is wrong
   * @param row the first that is wrong; null where that cannot be said
   */
  public record Result(long rows, TrailHead head, @Nullable Fault fault, @Nullable Long row) {}

  /**
   * @param written a head as it was written down earlier; null to do without
   */
  public Result check(@Nullable String written) {
    TrailHead reached = new TrailHead(0, TrailEntry.BEGINNING);
    boolean met = written == null;
    TrailHead end = repository.findHead().orElse(reached);
    List<TrailRepository.Hashed> page = repository.findAfter(0, PAGE);
    while (!page.isEmpty()) {
      if (page.get(page.size() - 1).entry().id() > end.id()) {
        // Rows that were added meanwhile came with a new end, and are no fault.
        end = repository.findHead().orElse(end);
      }
      for (TrailRepository.Hashed row : page) {
        long number = row.entry().id();
        if (number > end.id() && reached.id() == end.id()) {
          return result(reached, Fault.BEHIND_END, number);
        }
        if (number != reached.id() + 1) {
          return result(reached, Fault.MISSING, reached.id() + 1);
        }
        if (!row.entry().hashAfter(reached.hash()).equals(row.hash())) {
          return result(reached, Fault.ALTERED, number);
        }
        reached = new TrailHead(number, row.hash());
        met |= row.hash().equals(written);
      }
      page = repository.findAfter(reached.id(), PAGE);
    }
    if (reached.id() < end.id()) {
      return result(reached, Fault.MISSING, reached.id() + 1);
    }
    if (!reached.equals(end)) {
      return result(reached, Fault.WRONG_END, reached.id());
    }
    return result(reached, met ? null : Fault.UNKNOWN_HEAD, null);
  }

  private static Result result(TrailHead reached, @Nullable Fault fault, @Nullable Long row) {
    return new Result(reached.id(), reached, fault, row);
  }
}
