package zeren.database;

/** Why a copy was not made; the message is for the person who asked for it. */
public final class CopyException extends RuntimeException {

  public CopyException(String reason) {
    super(reason);
  }

  CopyException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
