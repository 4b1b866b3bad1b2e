package zeren.account;

import java.security.SecureRandom;

/** Passwords that are made here. */
final class Passwords {

  /** No letters or digits that are taken for each other. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** 20 characters of 57 are 116 bits. */
  private static final int LENGTH = 20;

  private Passwords() {}

  static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
