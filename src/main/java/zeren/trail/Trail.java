package zeren.trail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Hears of every {@link Deed} and writes it. What is done in a transaction is written as the last
 * thing in it, so that both are there or neither; a deed without one has a transaction of its own,
 * and where the database is away the log keeps it: people go on reading then.
 */
@Component
class Trail {

  private static final Logger log = LoggerFactory.getLogger(Trail.class);

  private static final int MOST_TRIES = 10;

  private final TrailWriter writer;
  private final Repeats repeats;
  private final TransactionTemplate transaction;

  Trail(TrailWriter writer, Repeats repeats, TransactionTemplate transaction) {
    this.writer = writer;
    this.repeats = repeats;
    this.transaction = transaction;
  }

  @EventListener
  void hear(Deed deed) {
    TrailWriter.Told told = new TrailWriter.Told(deed, address());
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      ofTransaction().add(told);
    } else if (repeats.isFirst(told)) {
      writeAlone(List.of(told));
    }
  }

  /** Of what has been counted; see {@link Repeats#take}. */
  void tellRepeats(boolean all) {
    List<TrailWriter.Told> counted = repeats.take(all);
    if (!counted.isEmpty()) {
      writeAlone(counted);
    }
  }

  private void writeAlone(List<TrailWriter.Told> deeds) {
    for (int tries = 1; ; tries++) {
      try {
        transaction.executeWithoutResult(status -> writer.write(deeds));
        return;
      } catch (PessimisticLockingFailureException | QueryTimeoutException e) {
        // A large import is being committed; the embedded database gives up after two seconds.
        if (tries == MOST_TRIES) {
          log.warn("Not in the trail, because others held it: {}", deeds, e);
          return;
        }
      } catch (DataAccessException | TransactionException e) {
        log.warn("Not in the trail, because the database is away: {}", deeds, e);
        return;
      }
    }
  }

  private List<TrailWriter.Told> ofTransaction() {
    for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
      if (one instanceof Deeds deeds) {
        return deeds.told;
      }
    }
    Deeds deeds = new Deeds();
    TransactionSynchronizationManager.registerSynchronization(deeds);
    return deeds.told;
  }

  private final class Deeds implements TransactionSynchronization {
    private final List<TrailWriter.Told> told = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      writer.write(told);
    }
  }

  /** Of whoever asks, as the web server sees it behind the proxies that it knows. */
  private static @Nullable String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
        ? web.getRequest().getRemoteAddr()
        : null;
  }
}
