package zeren.layer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see a layer or a field. */
public enum Visibility {
  /** Everybody. */
  @JsonProperty("public")
  PUBLIC,
  /** Only somebody with an account. */
  @JsonProperty("internal")
  INTERNAL
}
