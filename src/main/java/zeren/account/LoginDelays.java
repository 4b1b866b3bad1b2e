package zeren.account;

import java.time.Duration;

/**
 * How those who fail to log in are slowed down: each failure after the free ones doubles the wait,
 * up to the longest. Nobody is ever kept out for good.
 *
 * @param ofAccount free failures of an account
 * @param ofAddress free failures of an address, behind which there may be a whole office
 * @param forgotten after so long without a failure nothing is held against anybody
 */
record LoginDelays(
    int ofAccount, int ofAddress, Duration first, Duration longest, Duration forgotten) {

  Duration after(int failures) {
    Duration delay = first;
    for (int i = 0; i < failures && delay.compareTo(longest) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
