package zeren.responsibility;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is for a place; in the order in which answers are given. */
public enum Role {
  /** 属地: whose territory it is. */
  TERRITORIAL(true),
  /** 路长: of a road, before the grid. */
  ROAD_CHIEF(true),
  /** 河长: of a river, before the grid. */
  RIVER_CHIEF(true),
  /** 网格长. */
  GRID_CHIEF(true),
  /** 网格员. */
  GRID_MEMBER(false),
  /** 行业监管: by the object's type. */
  SECTOR(true),
  /** 企业/施工单位: who runs the object. */
  OPERATOR(true),
  /** 牵头. */
  LEAD(true),
  /** 配合. */
  COOPERATING(false),
  /** 督导. */
  SUPERVISOR(false);

  private final String code = name().toLowerCase(Locale.ROOT);
  private final boolean exclusive;

  Role(boolean exclusive) {
    this.exclusive = exclusive;
  }

  /** Whether two who hold it at one place are an overlap; several may cooperate or supervise. */
  public boolean exclusive() {
    return exclusive;
  }

  /** The word of the API and the data. */
  public String code() {
    return code;
  }

  static Optional<Role> find(Object code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
