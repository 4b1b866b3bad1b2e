package zeren.layer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the snapshots of this node abreast of what other nodes write to the same database: it
 * listens, and as long as it cannot it asks every second.
 */
@Component
class LayerNews implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LayerNews.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_PAUSE_SECONDS = 8;

  private final LayerNewsRepository news;
  private final LayerVersionRepository layers;
  private final SnapshotStore snapshots;
  private final Appearances appearances;
  private volatile @Nullable Thread thread;
  private volatile LayerNewsRepository.@Nullable Subscription subscription;

  LayerNews(
      LayerNewsRepository news,
      LayerVersionRepository layers,
      SnapshotStore snapshots,
      Appearances appearances) {
    this.news = news;
    this.layers = layers;
    this.snapshots = snapshots;
    this.appearances = appearances;
  }

  @Override
  public void start() {
    if (news.hasOthers()) {
      Thread started = new Thread(this::run, "layer-news");
      started.setDaemon(true);
      thread = started;
      started.start();
    }
  }

  private void run() {
    int pause = 0;
    while (isRunning()) {
      try (LayerNewsRepository.Subscription listening = news.listen()) {
        subscription = listening;
        // What was said while nobody listened.
        catchUp();
        pause = 0;
        while (isRunning()) {
          if (listening.awaitOthers(PATIENCE)) {
            catchUp();
          }
        }
      } catch (RuntimeException e) {
        // Not only a lost connection: nothing may end this thread but the end of the service.
        if (isRunning()) {
          if (pause == 1) {
            log.warn("Not listening to other nodes, asking every second", e);
          }
          ask(pause);
          pause = Math.min(2 * pause + 1, LONGEST_PAUSE_SECONDS);
        }
      }
    }
  }

  private void ask(int seconds) {
    for (int i = 0; i < seconds && isRunning(); i++) {
      try {
        Thread.sleep(1000);
        catchUp();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.debug("The database is still away", e);
      }
    }
  }

  private void catchUp() {
    appearances.read();
    snapshots.catchUp(layers.findAll());
  }

  @Override
  public void stop() {
    Thread stopped = thread;
    thread = null;
    if (stopped != null) {
      stopped.interrupt();
      LayerNewsRepository.Subscription listening = subscription;
      if (listening != null) {
        listening.close();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return BeforeServing.READ + 1;
  }
}
