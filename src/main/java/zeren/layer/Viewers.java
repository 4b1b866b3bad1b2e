package zeren.layer;

/** Who has which rights; those who keep the accounts know. */
public interface Viewers {

  /**
   * The rights that an account has now.
   *
   * @return {@link Viewer#ANONYMOUS} when there is no such account, or it is disabled
   */
  Viewer find(String account);
}
