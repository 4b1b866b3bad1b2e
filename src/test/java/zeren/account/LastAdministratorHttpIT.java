package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import zeren.RunningZeren;
import zeren.layer.Role;
import zeren.layer.Scope;
import zeren.problem.ProblemException;

/** Two administrators who close each other at the same moment. */
class LastAdministratorHttpIT {

  private static final int ROUNDS = 10;

  @Test
  void oneStays() throws Exception {
    try (RunningZeren zeren = RunningZeren.start("--zeren.reference=false")) {
      Accounts accounts = zeren.bean(Accounts.class);
      accounts.create("second", Role.ADMIN, Scope.ALL);
      ExecutorService both = Executors.newFixedThreadPool(2);
      for (int i = 0; i < ROUNDS; i++) {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Boolean> first = both.submit(closing(accounts, "admin", together));
        Future<Boolean> second = both.submit(closing(accounts, "second", together));
        assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
        for (Account one : accounts.list()) {
          if (one.isClosed()) {
            accounts.change(one.name(), one.version(), Role.ADMIN, Scope.ALL, false);
          }
        }
      }
      both.shutdown();
    }
  }

  /** Whether it could be closed. */
  private static Callable<Boolean> closing(Accounts accounts, String name, CyclicBarrier together) {
    int version = accounts.get(name).version();
    return () -> {
      together.await();
      try {
        accounts.change(name, version, Role.ADMIN, Scope.ALL, true);
        return true;
      } catch (ProblemException e) {
        assertThat(e.status().value()).isEqualTo(409);
        return false;
      }
    };
  }
}
