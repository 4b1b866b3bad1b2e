package zeren.format;

import org.jspecify.annotations.Nullable;

/** A file that cannot be read, or not any further. */
public final class FormatException extends Exception {

  private final String code;
  private final @Nullable String location;

  /**
   * @param code what is wrong, countable, such as {@code not-utf8} or {@code zip-ratio}
   * @param message what was found and what would be right, for people; without paths of the server
   * @param location where in the file, such as {@code row 17} or an entry's name; null when the
   *     file as a whole is meant
   */
  public FormatException(String code, String message, @Nullable String location) {
    super(message);
    this.code = code;
    this.location = location;
  }

  public String code() {
    return code;
  }

  public @Nullable String location() {
    return location;
  }
}
