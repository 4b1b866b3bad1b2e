package zeren.filter;

import java.util.Arrays;

/**
 * A pattern of LIKE: {@code %} stands for any characters or none, {@code _} for one, and a
 * backslash takes the meaning from the character after it. Takes no longer than the product of both
 * lengths.
 */
final class LikePattern {

  private static final int ANY = -1;
  private static final int ONE = -2;

  /** Code points, or one of the above. */
  private final int[] pattern;

  LikePattern(String text) {
    int[] read = new int[text.length()];
    int size = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (character == '%') {
        read[size++] = ANY;
      } else if (character == '_') {
        read[size++] = ONE;
      } else if (character == '\\' && i < text.length()) {
        read[size++] = text.codePointAt(i);
        i += Character.charCount(text.codePointAt(i));
      } else {
        read[size++] = character;
      }
    }
    this.pattern = Arrays.copyOf(read, size);
  }

  boolean matches(String text) {
    int at = 0;
    int place = 0;
    // Where the last % stands, and up to where it reaches for now.
    int any = -1;
    int reach = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (place < pattern.length && pattern[place] == ANY) {
        any = place++;
        reach = at;
      } else if (place < pattern.length && (pattern[place] == ONE || pattern[place] == character)) {
        place++;
        at += Character.charCount(character);
      } else if (any >= 0) {
        place = any + 1;
        reach += Character.charCount(text.codePointAt(reach));
        at = reach;
      } else {
        return false;
      }
    }
    while (place < pattern.length && pattern[place] == ANY) {
      place++;
    }
    return place == pattern.length;
  }
}
