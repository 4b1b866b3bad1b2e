package zeren.account;

/** A chosen password that cannot be taken; the message says why and never repeats it. */
class UnusablePasswordException extends RuntimeException {

  UnusablePasswordException(String reason) {
    super(reason);
  }
}
