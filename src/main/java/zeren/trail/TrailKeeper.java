package zeren.trail;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the trail ready before anything is done, and tells of what was counted, to the end. */
@Component
class TrailKeeper implements SmartLifecycle {

  private static final int SECONDS = 10;

  private final TrailWriteRepository repository;
  private final Trail trail;
  private @Nullable ScheduledExecutorService clock;

  TrailKeeper(TrailWriteRepository repository, Trail trail) {
    this.repository = repository;
    this.trail = trail;
  }

  @Override
  public void start() {
    repository.begin();
    ScheduledExecutorService ticking =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "trail");
              thread.setDaemon(true);
              return thread;
            });
    ticking.scheduleWithFixedDelay(
        () -> trail.tellRepeats(false), SECONDS, SECONDS, TimeUnit.SECONDS);
    clock = ticking;
  }

  @Override
  public void stop() {
    ScheduledExecutorService ticking = clock;
    clock = null;
    if (ticking != null) {
      ticking.shutdownNow();
      trail.tellRepeats(true);
    }
  }

  @Override
  public boolean isRunning() {
    return clock != null;
  }

  /** Before every step of the start, and after all that ends. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
