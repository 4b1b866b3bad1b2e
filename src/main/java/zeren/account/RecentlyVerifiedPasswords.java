package zeren.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A slow password hash that need not be computed again for a program that sends the same right
 * password with every request. What is kept, for five minutes, is no password but a keyed digest of
 * it under a key that lives as long as this process.
 */
final class RecentlyVerifiedPasswords implements PasswordEncoder {

  private static final int MOST = 1_000;
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final PasswordEncoder slow;
  private final LoginQueue queue;

  /** Half of the machine, so that many logins at once do not stop everything else. */
  private final Semaphore atOnce =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  private final SecretKeySpec key;
  private final Cache<ByteBuffer, Boolean> verified =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  RecentlyVerifiedPasswords(PasswordEncoder slow, LoginQueue queue) {
    this.slow = slow;
    this.queue = queue;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return slow.encode(password);
  }

  /**
   * @throws LoginsBusyException when too many others wait for theirs
   */
  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    if (password == null || hash == null) {
      return false;
    }
    ByteBuffer digest = digest(password, hash);
    if (verified.getIfPresent(digest) != null) {
      return true;
    }
    boolean right = matchesSlowly(password, hash);
    if (right) {
      verified.put(digest, true);
    }
    return right;
  }

  /** Whether it is right, and that need not be computed again. */
  boolean isVerified(String password, String hash) {
    return verified.getIfPresent(digest(password, hash)) != null;
  }

  private boolean matchesSlowly(CharSequence password, String hash) {
    queue.pass(atOnce);
    try {
      return slow.matches(password, hash);
    } finally {
      atOnce.release();
    }
  }

  @Override
  public boolean upgradeEncoding(@Nullable String hash) {
    return slow.upgradeEncoding(hash);
  }

  /** The stored hash is part of it, so that a changed password is asked for at once. */
  private ByteBuffer digest(CharSequence password, String hash) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(hash.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return ByteBuffer.wrap(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
