package zeren.trail;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What somebody did. To tell of another kind takes a line here, and a {@link Deed} where it is
 * done.
 */
public enum DeedKind {
  STARTED("启动服务", "Service started"),
  DECLARED("图层声明变更", "Layer declared"),
  LOGIN("登录", "Logged in"),
  LOGIN_FAILED("登录失败", "Login failed", Duration.ofMinutes(1)),
  LOGOUT("退出", "Logged out"),
  /** A program that logs in with each of its requests. */
  ACCESS("程序访问", "Access by a program", Duration.ofHours(1)),
  REFUSED("越权被拒", "Refused", Duration.ofMinutes(1)),
  ACCOUNT_MADE("新建账号", "Account made"),
  ACCOUNT_CHANGED("变更账号", "Account changed"),
  PASSWORD_CHANGED("修改密码", "Password changed"),
  PASSWORD_ISSUED("发放一次性密码", "One-time password issued"),
  SESSIONS_ENDED("结束登录", "Logged out elsewhere"),
  TOKEN_MADE("签发令牌", "Token made"),
  TOKEN_REVOKED("吊销令牌", "Token revoked"),
  REFERENCE("载入参考数据", "Reference data loaded"),
  RECORD("系统写入", "Recorded by the service"),
  IMPORT("导入入库", "Import written"),
  EDIT("编辑", "Edited"),
  DELETE("终止", "Ended"),
  UNDO("撤销", "Undone"),
  IMPORT_UPLOADED("上传文件", "File uploaded"),
  IMPORT_BEGUN("开始导入", "Import begun"),
  IMPORT_CANCELLED("取消导入", "Import cancelled"),
  IMPORT_REMOVED("删除导入任务", "Import removed"),
  MAPPING_SAVED("保存列对应", "Mapping saved"),
  MAPPING_REMOVED("删除列对应", "Mapping removed"),
  APPEARANCE("修改图层显示", "Layer drawn or named otherwise"),
  EXTENT_CHOSEN("设定城市范围", "City extent chosen"),
  EXPORT("导出", "Exported"),
  /** Many features of an internal layer, page by page or tile by tile. */
  READ("批量读取内部图层", "Internal layer read", Duration.ofHours(1)),
  AUDIT_BEGUN("开始责任核查", "Audits begun"),
  FINDING_ACCEPTED("认可问题", "Finding accepted"),
  FINDING_REOPENED("撤销认可", "Finding reopened");

  private final String chinese;
  private final String english;
  private final Duration told;

  DeedKind(String chinese, String english) {
    this(chinese, english, Duration.ZERO);
  }

  /**
   * @param told what happens again within so long is counted, and told of at its end
   */
  DeedKind(String chinese, String english, Duration told) {
    this.chinese = chinese;
    this.english = english;
    this.told = told;
  }

  Duration told() {
    return told;
  }

  /** The word for it in the table and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param language {@code zh} or {@code en}
   */
  public String title(String language) {
    return language.equals("en") ? english : chinese;
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(DeedKind::code).toList();
  }

  /** The title of a code; the code itself where it is of another Zeren. */
  public static String title(String code, String language) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .map(kind -> kind.title(language))
        .orElse(code);
  }
}
