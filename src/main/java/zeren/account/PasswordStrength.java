package zeren.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/**
 * Whether a password is good enough: long, not made of the account's name, and not one of those
 * that are tried first. Nothing is asked of the kinds of its characters.
 */
final class PasswordStrength {

  static final int SHORTEST = 12;

  /** What bcrypt takes; it would leave out the rest. */
  static final int MOST_BYTES = 72;

  /** So many characters must be left over when everything common has been taken away. */
  private static final int LEAST_OWN = 4;

  private static final String KEYS =
      "01234567890 09876543210 abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba"
          + " qwertyuiop poiuytrewq asdfghjkl lkjhgfdsa zxcvbnm mnbvcxz !@#$%^&*()";

  /** The longest first, so that nothing is left of one by taking away a part. */
  private static final List<String> COMMON = read();

  /** Why a password is refused; the pages have a sentence for each. */
  enum Weakness {
    SHORT("It needs at least " + SHORTEST + " characters."),
    LONG("It takes at most " + MOST_BYTES + " bytes; a Chinese character is three."),
    NAME("It is little more than the name of the account."),
    COMMON("It is little more than words, sequences or repetitions that are tried first.");

    private final String says;

    Weakness(String says) {
      this.says = says;
    }

    String says() {
      return says;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private PasswordStrength() {}

  static Optional<Weakness> weakness(String name, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of(Weakness.SHORT);
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of(Weakness.LONG);
    }
    String plain = password.toLowerCase(Locale.ROOT);
    String own = name.toLowerCase(Locale.ROOT);
    if (isMostly(own, plain) || isMostly(new StringBuilder(own).reverse().toString(), plain)) {
      return Optional.of(Weakness.NAME);
    }
    return isLittle(withoutCommon(plain)) ? Optional.of(Weakness.COMMON) : Optional.empty();
  }

  private static boolean isLittle(String rest) {
    return rest.codePoints().filter(Character::isLetterOrDigit).distinct().count() < LEAST_OWN;
  }

  private static boolean isMostly(String name, String plain) {
    return !name.isEmpty()
        && plain.contains(name)
        && isLittle(withoutCommon(plain.replace(name, " ")));
  }

  private static String withoutCommon(String plain) {
    String rest = plain;
    for (String word : COMMON) {
      rest = rest.replace(word, " ");
    }
    rest = withoutSequences(rest);
    // The same again and again, years and other numbers.
    return rest.replaceAll("(.{1,6}?)\\1{2,}", " ").replaceAll("\\d", "");
  }

  /** Four neighbours or more, as they lie on the keyboard or in the alphabet. */
  private static String withoutSequences(String text) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at + 1;
      while (end < text.length() && KEYS.contains(text.substring(at, end + 1))) {
        end++;
      }
      if (end - at < 4) {
        rest.append(text, at, end);
      }
      at = end;
    }
    return rest.toString();
  }

  private static List<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new ClassPathResource("common-passwords.txt").getInputStream(),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .sorted(Comparator.comparing(String::length).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
