package zeren.account;

import java.time.Instant;

/**
 * A browser that is logged in.
 *
 * @param id its own, which says nothing of the cookie
 * @param client what the browser says it is
 * @param endsAt when it will be logged out if it is not used before
 */
public record LoginSession(
    String id,
    String account,
    String address,
    String client,
    Instant startedAt,
    Instant seenAt,
    Instant endsAt) {}
