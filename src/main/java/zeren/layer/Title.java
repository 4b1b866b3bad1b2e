package zeren.layer;

/** What people call something, in Chinese and in English. */
public record Title(String zh, String en) {

  /**
   * @param language {@code zh} or {@code en}
   */
  public String in(String language) {
    return "en".equals(language) ? en : zh;
  }
}
