package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import zeren.RunningZeren;

/** Delays after failed logins, in the real database, with a clock that is moved by hand. */
class LoginGuardHttpIT {

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final RunningZeren zeren = RunningZeren.empty();
  private final Hand clock = new Hand();

  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-05-01T08:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  /** Another one each time, as another node or the next start has it. */
  private LoginGuard guard() {
    return new LoginGuard(
        zeren.bean(FailedLoginRepository.class),
        zeren.bean(DatabaseReach.class),
        clock,
        3,
        8,
        FIRST,
        LONGEST);
  }

  private Duration delay(String name, String address) {
    return guard().attempt(name, address).delay();
  }

  private void fail(String name, String address) {
    assertThat(delay(name, address)).isZero();
    guard().attempt(name, address).failed();
  }

  @Test
  void theWaitDoublesAndEndsAtTheLongest() {
    for (int i = 0; i < 3; i++) {
      fail("one", "192.0.2." + i);
    }
    Duration expected = FIRST;
    for (int i = 0; i < 9; i++) {
      assertThat(delay("one", "192.0.2.99")).isEqualTo(expected);
      clock.pass(expected.minusSeconds(1));
      assertThat(delay("one", "192.0.2.99")).isEqualTo(Duration.ofSeconds(1));
      clock.pass(Duration.ofSeconds(1));
      fail("one", "192.0.2." + (100 + i));
      expected = expected.multipliedBy(2);
      if (expected.compareTo(LONGEST) > 0) {
        expected = LONGEST;
      }
    }
    assertThat(delay("another", "192.0.2.99")).isZero();
  }

  @Test
  void aDayLaterNothingIsHeldAgainstAnybody() {
    for (int i = 0; i < 3; i++) {
      fail("two", "198.51.100." + i);
    }
    assertThat(delay("two", "198.51.100.9")).isPositive();
    clock.pass(Duration.ofDays(1).plusSeconds(1));
    fail("two", "198.51.100.9");
    fail("two", "198.51.100.9");
    assertThat(delay("two", "198.51.100.9")).isZero();
  }

  @Test
  void strangersKeepNobodyOutWhereTheAccountIsAtHome() {
    guard().attempt("three", "203.0.113.1").succeeded();
    for (int i = 0; i < 3; i++) {
      fail("three", "203.0.113." + (10 + i));
    }
    assertThat(delay("three", "203.0.113.20")).isPositive();
    assertThat(delay("three", "203.0.113.1")).isZero();
    for (int i = 0; i < 3; i++) {
      fail("three", "203.0.113.1");
    }
    assertThat(delay("three", "203.0.113.1")).as("own failures count").isPositive();
  }

  @Test
  void strangersGetNoNewTriesWhenTheOwnerLogsInAtHome() {
    guard().attempt("five", "203.0.113.101").succeeded();
    for (int i = 0; i < 3; i++) {
      fail("five", "203.0.113." + (110 + i));
    }
    guard().attempt("five", "203.0.113.101").succeeded();
    assertThat(delay("five", "203.0.113.120")).isEqualTo(FIRST);
    clock.pass(FIRST);
    fail("five", "203.0.113.120");
    guard().attempt("five", "203.0.113.101").succeeded();
    assertThat(delay("five", "203.0.113.121")).as("grows on").isEqualTo(FIRST.multipliedBy(2));
  }

  @Test
  void anOwnerWhoLogsInElsewhereTakesTheOwnFailuresBack() {
    for (int i = 0; i < 2; i++) {
      fail("six", "203.0.113." + (130 + i));
    }
    guard().attempt("six", "203.0.113.140").succeeded();
    fail("six", "203.0.113.132");
    assertThat(delay("six", "203.0.113.133")).isZero();
  }

  @Test
  void anAddressThatTriesManyNamesWaits() {
    for (int i = 0; i < 8; i++) {
      fail("name " + i, "2001:db8:1:2:3:4:5:" + i);
    }
    assertThat(delay("a further one", "2001:db8:1:2::77")).isEqualTo(FIRST);
    assertThat(delay("a further one", "2001:db8:1:3::77")).isZero();
  }

  @Test
  void aSuccessTakesTheFailuresBack() {
    fail("four", "192.0.2.201");
    fail("four", "192.0.2.201");
    guard().attempt("four", "192.0.2.201").succeeded();
    fail("four", "192.0.2.201");
    fail("four", "192.0.2.201");
    assertThat(delay("four", "192.0.2.201")).isZero();
  }
}
