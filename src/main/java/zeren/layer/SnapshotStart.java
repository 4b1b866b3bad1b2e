package zeren.layer;

import org.springframework.stereotype.Component;

/** Reads all layers into memory. */
@Component
class SnapshotStart extends BeforeServing {

  private final SnapshotStore snapshots;

  SnapshotStart(SnapshotStore snapshots) {
    super(READ);
    this.snapshots = snapshots;
  }

  @Override
  protected void run() {
    snapshots.readAll();
  }
}
