package zeren.operation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How well something is. */
public enum Grade {
  @JsonProperty("good")
  GOOD,
  /** Something is to be done, before long. */
  @JsonProperty("watch")
  WATCH,
  /** Something is to be done now. */
  @JsonProperty("bad")
  BAD
}
