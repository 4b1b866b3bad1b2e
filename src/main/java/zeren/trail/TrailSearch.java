package zeren.trail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the trail, the newest rows first. */
@Service
public class TrailSearch {

  /** Counted one by one; more are only known to be more. */
  public static final int COUNTED = 10_000;

  private final TrailRepository repository;

  TrailSearch(TrailRepository repository) {
    this.repository = repository;
  }

  /**
   * @param before only rows of smaller numbers, so that pages stay what they are while rows are
   *     added; null from the newest on
   */
  public List<TrailEntry> find(TrailFilter filter, @Nullable Long before, int limit) {
    return repository.findPage(filter, before, limit);
  }

  /** How many fit; one more than {@link #COUNTED} stands for any number above it. */
  public long count(TrailFilter filter) {
    return repository.count(filter, COUNTED + 1);
  }

  public Optional<TrailEntry> find(long id) {
    return repository.find(id);
  }

  /** The names of all who did something. */
  public List<String> actors() {
    return repository.findActors();
  }

  public TrailHead head() {
    return repository.findHead().orElseGet(() -> new TrailHead(0, TrailEntry.BEGINNING));
  }
}
