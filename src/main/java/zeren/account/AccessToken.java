package zeren.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program logs in with, without the secret.
 *
 * @param name what its owner calls it
 * @param readsOnly it may look at what the account sees, and change nothing
 */
public record AccessToken(
    String id,
    String account,
    String name,
    boolean readsOnly,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
