package zeren.exchange;

import org.jspecify.annotations.Nullable;

/** How far a job is, and whether it should stop; read and set by other threads. */
final class Progress {

  private volatile long done;
  private volatile double share;
  private volatile boolean cancelled;
  private volatile boolean interrupted;

  /**
   * @param rows rows read so far
   * @param ofFile share of the file read, 0 to 1
   * @throws CancelledException when somebody wants the job to stop
   * @throws InterruptedJobException when the service stops
   */
  void report(long rows, double ofFile) {
    done = rows;
    share = ofFile;
    if (interrupted) {
      throw new InterruptedJobException();
    }
    if (cancelled) {
      throw new CancelledException();
    }
  }

  void cancel() {
    cancelled = true;
  }

  /** The service stops: the job is given up here, and is run again after the next start. */
  void interrupt() {
    interrupted = true;
  }

  long done() {
    return done;
  }

  /** Rows of the whole file, estimated; null before anything was read. */
  @Nullable Long total() {
    return share <= 0 ? null : Math.max(done, Math.round(done / share));
  }

  /** A job that was stopped because somebody wanted it. */
  static final class CancelledException extends RuntimeException {
    CancelledException() {
      super("cancelled", null, false, false);
    }
  }

  /** A job that is to be run again, because the service stopped. */
  static final class InterruptedJobException extends RuntimeException {
    InterruptedJobException() {
      super("interrupted", null, false, false);
    }
  }
}
