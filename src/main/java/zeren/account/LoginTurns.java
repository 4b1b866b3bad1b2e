package zeren.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For one account one try after the other, so that many at once are not judged by old counts. */
@Component
class LoginTurns {

  private final LoginQueue queue;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  LoginTurns(LoginQueue queue) {
    this.queue = queue;
  }

  /** Of one account; there as long as somebody has it or waits for it. */
  private static final class Turn {
    private final Semaphore free = new Semaphore(1, true);
    private int wanted;
  }

  /**
   * @throws LoginsBusyException when it does not come soon
   */
  <T> T take(String account, Supplier<T> attempt) {
    Turn turn = turns.compute(account, (name, known) -> wanted(known));
    try {
      queue.pass(turn.free);
      try {
        return attempt.get();
      } finally {
        turn.free.release();
      }
    } finally {
      turns.computeIfPresent(account, (name, known) -> left(known));
    }
  }

  private static Turn wanted(@Nullable Turn known) {
    Turn turn = known == null ? new Turn() : known;
    turn.wanted++;
    return turn;
  }

  private static @Nullable Turn left(Turn turn) {
    turn.wanted--;
    return turn.wanted == 0 ? null : turn;
  }
}
