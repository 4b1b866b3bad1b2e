package zeren.account;

import java.security.SecureRandom;

/** Secrets that people may have to type. */
final class RandomText {

  /** No letters or digits that are taken for each other. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** A password for the first login: 116 bits. */
  static String ofPassword() {
    return of(20);
  }

  /** A character is worth 5.8 bits: 45 are more than 256. */
  static String of(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
