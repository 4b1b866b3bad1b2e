package zeren.database;

/** An address that leads to neither of the two databases; the message does not repeat it. */
class DatabaseAddressException extends RuntimeException {

  DatabaseAddressException(String reason) {
    super(reason);
  }
}
