package zeren.ogc.web;

/** The order of ids in a layer: by code point, as UTF-8 has it and UTF-16 has not. */
final class CodePoints {

  private CodePoints() {}

  static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean high = Character.isSurrogate(a);
        // Surrogates stand for the code points above all others.
        return high == Character.isSurrogate(b) ? Character.compare(a, b) : high ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
