package zeren.layer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.NavigableSet;

/**
 * A layer at one version, on any day. Between two days on which something changes the layer is the
 * same, so there is one snapshot a stretch of days: today's is held for good, a few others are kept
 * as they are asked for.
 */
final class Timeline {

  private static final int OTHER_STRETCHES = 4;
  private static final LocalDate BEFORE_EVERYTHING = LocalDate.of(1, 1, 1);

  private final LayerDeclaration declaration;
  private final FeatureVersionRepository repository;
  private final Clock clock;
  private final long version;
  private final NavigableSet<LocalDate> changeDays;
  private volatile LayerSnapshot today;
  private final Cache<LocalDate, LayerSnapshot> others =
      Caffeine.newBuilder().maximumSize(OTHER_STRETCHES).build();

  Timeline(
      LayerDeclaration declaration,
      FeatureVersionRepository repository,
      long version,
      Clock clock) {
    this.declaration = declaration;
    this.repository = repository;
    this.clock = clock;
    this.version = version;
    this.changeDays = repository.findChangeDays(declaration.id());
    this.today = read(startOfStretch(LocalDate.now(clock)));
  }

  long version() {
    return version;
  }

  LayerSnapshot on(LocalDate day) {
    LocalDate since = startOfStretch(day);
    if (since.equals(today.since())) {
      return today;
    }
    LayerSnapshot snapshot = others.get(since, this::read);
    if (since.equals(startOfStretch(LocalDate.now(clock)))) {
      // A change that was recorded ahead of its day has come into force.
      today = snapshot;
    }
    return snapshot;
  }

  private LocalDate startOfStretch(LocalDate day) {
    LocalDate since = changeDays.floor(day);
    return since == null ? BEFORE_EVERYTHING : since;
  }

  private LayerSnapshot read(LocalDate since) {
    LayerSnapshot.Builder builder = new LayerSnapshot.Builder(declaration, version, since);
    repository.readValidOn(declaration.id(), since, builder::add);
    return builder.build();
  }
}
