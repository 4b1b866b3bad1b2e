package zeren.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Slows down who tries passwords: by account, by address, and by both together. It stands in the
 * database, so that it holds over nodes and restarts, and treats names that nobody has like others.
 * From an address where an account has been logged in to before, failures elsewhere do not count.
 */
@Component
class LoginGuard {

  private static final Duration TRUSTED = Duration.ofDays(90);

  private final FailedLoginRepository failures;
  private final DatabaseReach reach;
  private final LoginDelays delays;
  private final Clock clock;

  LoginGuard(
      FailedLoginRepository failures,
      DatabaseReach reach,
      Clock clock,
      @Value("${zeren.login.free-failures}") int ofAccount,
      @Value("${zeren.login.free-failures-of-address}") int ofAddress,
      @Value("${zeren.login.first-delay}") Duration first,
      @Value("${zeren.login.longest-delay}") Duration longest) {
    this.failures = failures;
    this.reach = reach;
    this.clock = clock;
    this.delays = new LoginDelays(ofAccount, ofAddress, first, longest, Duration.ofDays(1));
  }

  /** What is held against one try; the same try says later how it went. */
  final class Try {

    private final String account;
    private final String address;
    private final String both;
    private final Map<String, LoginRecord> records;
    private final Instant now = clock.instant();

    private Try(String name, String from) {
      account = "account " + Digest.of(name);
      address = "address " + from;
      both = "both " + Digest.of(name + "\n" + from);
      records = read(List.of(account, address, both));
    }

    private boolean isTrusted() {
      LoginRecord record = records.get(both);
      return record != null && record.isTrusted(now);
    }

    /** How long it has to wait; zero when it may go on. */
    Duration delay() {
      return Stream.of(
              delay(both, delays.ofAccount()),
              isTrusted() ? Duration.ZERO : delay(account, delays.ofAccount()),
              delay(address, delays.ofAddress()))
          .max(Duration::compareTo)
          .orElse(Duration.ZERO);
    }

    private Duration delay(String subject, int free) {
      LoginRecord record = records.get(subject);
      return record == null ? Duration.ZERO : record.delay(free, delays, now);
    }

    /** A trust that ends before this is given anew: once a day, not with every request. */
    private Instant renewed() {
      return now.plus(TRUSTED).minus(Duration.ofDays(1));
    }

    void failed() {
      Instant forgotten = now.minus(delays.forgotten());
      Stream.of(both, address).forEach(subject -> failures.fail(subject, now, forgotten));
      if (!isTrusted()) {
        failures.fail(account, now, forgotten);
      }
    }

    /**
     * Where the account is at home its count is nobody's hindrance, so it stays: it holds the
     * failures of others, who would be given new tries with every login of the owner.
     */
    void succeeded() {
      LoginRecord before = records.get(both);
      if (before == null || before.failures() > 0 || !before.isTrusted(renewed())) {
        failures.trust(both, now, now.plus(TRUSTED));
        failures.purge(now.minus(delays.forgotten()));
      }
      if (records.containsKey(account) && !isTrusted()) {
        failures.clear(account);
      }
    }
  }

  Try attempt(String name, String address) {
    return new Try(name, ClientAddress.network(address));
  }

  /** Nothing while the database is away: those who are remembered may then go on. */
  private Map<String, LoginRecord> read(List<String> subjects) {
    if (reach.isAway()) {
      return Map.of();
    }
    try {
      return failures.find(subjects).stream()
          .collect(Collectors.toMap(LoginRecord::subject, Function.identity()));
    } catch (DataAccessResourceFailureException e) {
      reach.missed();
      return Map.of();
    }
  }
}
