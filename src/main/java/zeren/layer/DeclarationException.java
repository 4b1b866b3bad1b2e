package zeren.layer;

/**
 * A layer declaration that cannot be used; the message names the file, the place in it and what
 * would be right.
 */
public class DeclarationException extends RuntimeException {

  public DeclarationException(String file, String reason) {
    super("Layer declaration " + file + ": " + reason);
  }
}
