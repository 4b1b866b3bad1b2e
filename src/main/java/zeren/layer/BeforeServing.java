package zeren.layer;

import org.springframework.context.SmartLifecycle;

/**
 * Something done once when the service starts, after the migrations and before the web server takes
 * its first request. Steps run one after the other, in the order of their phases, all well below
 * the web server's.
 */
public abstract class BeforeServing implements SmartLifecycle {

  /** Whatever is quick and may refuse the start. */
  public static final int CHECK = -100;

  /** Fills the database of a new installation. */
  public static final int FILL = 0;

  /** Reads the layers into memory. */
  static final int READ = 100;

  private final int phase;
  private volatile boolean running;

  protected BeforeServing(int phase) {
    this.phase = phase;
  }

  /** Does the work; an exception stops the start. */
  protected abstract void run();

  @Override
  public final void start() {
    run();
    running = true;
  }

  @Override
  public final void stop() {
    running = false;
  }

  @Override
  public final boolean isRunning() {
    return running;
  }

  @Override
  public final int getPhase() {
    return phase;
  }
}
