package zeren.geo;

import java.util.List;

/** A coordinate system was asked for by a code that Zeren does not know. */
public final class UnknownCoordinateSystemException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final List<String> supported;

  UnknownCoordinateSystemException(String code, List<String> supported) {
    super("Unknown coordinate system '" + code + "'; known are " + String.join(", ", supported));
    this.code = code;
    this.supported = List.copyOf(supported);
  }

  /** The code as it was given. */
  public String code() {
    return code;
  }

  /** The codes that would have been accepted. */
  public List<String> supported() {
    return supported;
  }
}
