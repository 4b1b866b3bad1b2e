package zeren.layer;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads all layers into memory before the server takes its first request. */
@Component
class SnapshotStart implements SmartLifecycle {

  /** After whatever fills the database, long before the web server. */
  static final int PHASE = 100;

  private final SnapshotStore snapshots;
  private volatile boolean running;

  SnapshotStart(SnapshotStore snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public void start() {
    snapshots.readAll();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
