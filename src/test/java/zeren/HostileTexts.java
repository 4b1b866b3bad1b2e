package zeren;

import java.util.List;

/** What somebody might type who means no good, or does not know. */
public final class HostileTexts {

  public static final String MARKUP = "<img src=x onerror=\"window.hit=1\"><script>hit()</script>";

  public static final List<String> ALL =
      List.of(
          MARKUP,
          "\"'><svg/onload=window.hit=1>{{7*7}}${7*7}%00&lt;",
          "'; DROP TABLE feature_version; -- \" OR '1'='1' /* %_!\\",
          "javascript:window.hit=1//../../etc/passwd",
          "=HYPERLINK(\"http://x\",\"点\")",
          "施工工地名称很长".repeat(60),
          "末\u202E尾\u0000\u0007\uFFFF😀𠮷 e\u0301");

  /** Those that a browser can type: one that fits short fields, and all the others in one. */
  public static final List<String> TYPED =
      List.of(MARKUP, String.join(" ", ALL.subList(1, ALL.size())).replace("\u0000", ""));

  private HostileTexts() {}
}
