package zeren.layer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Packs the layers that were written to, one at a time, in the background and from memory: when
 * nothing was written for a few seconds, or when so much was that each further write costs more.
 */
@Component
class SnapshotPacker implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(SnapshotPacker.class);
  private static final int PAUSE_SECONDS = 5;

  /** So many rows over others cost a write as much as it costs without any. */
  private static final int MANY = 1_000;

  private final Set<HeldLayer> waiting = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(1, SnapshotPacker::thread);

  SnapshotPacker() {
    worker.setRejectedExecutionHandler((task, executor) -> {});
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "snapshot-packer");
    thread.setDaemon(true);
    return thread;
  }

  /** Packs the layer after a while if anything is overlaid. */
  void packSoon(HeldLayer layer) {
    if (layer.overlaid() > 0 && waiting.add(layer)) {
      long version = layer.version();
      worker.schedule(() -> packIfQuiet(layer, version), PAUSE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void packIfQuiet(HeldLayer layer, long version) {
    waiting.remove(layer);
    try {
      if (layer.version() == version || layer.overlaid() > MANY) {
        layer.pack();
      }
      packSoon(layer);
    } catch (RuntimeException e) {
      if (!worker.isShutdown()) {
        log.warn("A layer was not packed; the next write tries again", e);
      }
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
