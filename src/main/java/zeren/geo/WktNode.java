package zeren.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One element of a coordinate system's well-known text, such as {@code UNIT["metre", 1]}, in either
 * version of the format.
 *
 * @param keyword in upper case
 * @param words the quoted and bare words and numbers inside, in order, without quotes
 * @param children the elements inside, in order
 */
record WktNode(String keyword, List<String> words, List<WktNode> children) {

  private static final int MOST_CHARACTERS = 20_000;
  private static final int MOST_DEPTH = 20;

  /** The element that a text consists of; empty when it is no such text. */
  static Optional<WktNode> parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      Cursor cursor = new Cursor(text);
      WktNode root = cursor.node(cursor.word(), 0);
      cursor.skipSpace();
      return cursor.atEnd() ? Optional.of(root) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The first child with one of the keywords. */
  Optional<WktNode> child(String... keywords) {
    return children.stream().filter(child -> List.of(keywords).contains(child.keyword)).findFirst();
  }

  /** The name that an element starts with; empty text when it has none. */
  String name() {
    return words.isEmpty() ? "" : words.get(0);
  }

  private static final class Cursor {

    private final String text;
    private int at;

    Cursor(String text) {
      this.text = text;
    }

    boolean atEnd() {
      return at == text.length();
    }

    void skipSpace() {
      while (!atEnd() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\0')) {
        at++;
      }
    }

    private char peek() {
      skipSpace();
      if (atEnd()) {
        throw new IllegalArgumentException("ends early");
      }
      return text.charAt(at);
    }

    String word() {
      if (peek() == '"') {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
          throw new IllegalArgumentException("quote not closed");
        }
        String quoted = text.substring(at + 1, end);
        at = end + 1;
        return quoted;
      }
      int start = at;
      while (!atEnd() && "[](),\" \t\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      if (start == at) {
        throw new IllegalArgumentException("no word");
      }
      return text.substring(start, at);
    }

    WktNode node(String keyword, int depth) {
      char open = peek();
      if ((open != '[' && open != '(') || depth > MOST_DEPTH) {
        throw new IllegalArgumentException("no element");
      }
      char close = open == '[' ? ']' : ')';
      WktNode node =
          new WktNode(keyword.toUpperCase(Locale.ROOT), new ArrayList<>(), new ArrayList<>());
      do {
        at++;
        String word = word();
        char next = peek();
        if (next == '[' || next == '(') {
          node.children.add(node(word, depth + 1));
        } else {
          node.words.add(word);
        }
      } while (peek() == ',');
      if (peek() != close) {
        throw new IllegalArgumentException("not closed");
      }
      at++;
      return node;
    }
  }
}
