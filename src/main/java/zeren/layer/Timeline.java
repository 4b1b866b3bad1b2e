package zeren.layer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A layer at one version, on any day. Between two days on which something changes the layer is the
 * same, so there is one snapshot a stretch of days: today's is held for good, a few others are kept
 * as they are asked for.
 */
final class Timeline {

  private static final int OTHER_STRETCHES = 4;

  /** So many features are read one by one, however small the layer. */
  private static final int FEW = 500;

  /** Rather than more features one by one, all are read. */
  private static final int MANY = 16_384;

  private final LayerDeclaration declaration;
  private final FeatureVersionRepository repository;
  private final Clock clock;
  private final long version;
  private final ChangeDays days;
  private volatile LayerSnapshot today;
  private final Cache<LocalDate, LayerSnapshot> others =
      Caffeine.newBuilder().maximumSize(OTHER_STRETCHES).build();

  private Timeline(
      LayerDeclaration declaration,
      FeatureVersionRepository repository,
      Clock clock,
      long version,
      ChangeDays days,
      LayerSnapshot today) {
    this.declaration = declaration;
    this.repository = repository;
    this.clock = clock;
    this.version = version;
    this.days = days;
    this.today = today;
  }

  /** Reads the layer from the database. */
  static Timeline read(
      LayerDeclaration declaration,
      FeatureVersionRepository repository,
      TouchedReader touched,
      Clock clock) {
    while (true) {
      ChangeDays days = repository.findChangeDays(declaration.id());
      LocalDate since = days.startOfStretch(LocalDate.now(clock));
      // The rows after the days: whatever was written between the two is looked at again, so that
      // days and rows become those of one version.
      Timeline read =
          new Timeline(
              declaration, repository, clock, -1, days, read(declaration, repository, -1, since));
      Optional<Timeline> whole = read.advance(touched);
      if (whole.isPresent()) {
        return whole.get();
      }
    }
  }

  private static LayerSnapshot read(
      LayerDeclaration declaration,
      FeatureVersionRepository repository,
      long version,
      LocalDate since) {
    SnapshotRows rows = new SnapshotRows(declaration);
    repository.readValidOn(declaration.id(), since, rows::add);
    return new LayerSnapshot(declaration, version, since, rows.build());
  }

  long version() {
    return version;
  }

  /** Whether the layer need not be read to tell how it is on the day. */
  boolean holds(LocalDate day) {
    LocalDate since = days.startOfStretch(day);
    return since.equals(today.since()) || others.getIfPresent(since) != null;
  }

  LayerSnapshot on(LocalDate day) {
    LocalDate since = days.startOfStretch(day);
    LayerSnapshot held = today;
    if (since.equals(held.since())) {
      return held;
    }
    LayerSnapshot snapshot =
        others.get(since, start -> read(declaration, repository, version, start));
    if (since.equals(days.startOfStretch(LocalDate.now(clock)))) {
      // A change that was recorded ahead of its day has come into force.
      today = snapshot;
    }
    return snapshot;
  }

  /**
   * The layer as it is now, made from this and the features that were written to since.
   *
   * @return this if nothing was written; empty if so much was that reading all takes less
   */
  Optional<Timeline> advance(TouchedReader reader) {
    LocalDate day = LocalDate.now(clock);
    // Before the changes are: it may have to be read itself, and then what it saw is among them.
    LayerSnapshot before = on(day);
    int most = Math.max(FEW, Math.min(MANY, before.size() / 4));
    return reader
        .find(declaration.id(), days.changeSet(), most)
        .map(touched -> touched.version() == version ? this : with(touched, before, day));
  }

  /**
   * What was not touched is the same on the day as on the first day of its new stretch: else one of
   * the days between them would still be one on which something changes.
   */
  private Timeline with(Touched touched, LayerSnapshot before, LocalDate day) {
    ChangeDays now = days.with(touched.changeSet(), touched.added(), touched.ended());
    LayerSnapshot after =
        before.with(
            touched.version(),
            now.startOfStretch(day),
            touched.ids(),
            rows -> touched.addSoOn(day, rows));
    return new Timeline(declaration, repository, clock, touched.version(), now, after);
  }

  /** How many rows of today's snapshot were laid over those of an older one, or hide them. */
  int overlaid() {
    return today.overlaid();
  }

  /** The same with nothing overlaid. */
  Timeline packed() {
    return new Timeline(declaration, repository, clock, version, days, today.packed());
  }
}
