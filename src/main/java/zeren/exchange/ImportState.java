package zeren.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far an import is. */
public enum ImportState {
  @JsonProperty("uploaded")
  UPLOADED,
  /** A check of it waits or runs. */
  @JsonProperty("checking")
  CHECKING,
  @JsonProperty("checked")
  CHECKED,
  /** It waits to be written or is being written. */
  @JsonProperty("committing")
  COMMITTING,
  @JsonProperty("committed")
  COMMITTED,
  /** It was written and has been taken back. */
  @JsonProperty("undone")
  UNDONE,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("cancelled")
  CANCELLED;

  /** Whether somebody is at work on it or should be. */
  public boolean isActive() {
    return this == CHECKING || this == COMMITTING;
  }

  boolean isWritten() {
    return this == COMMITTED || this == UNDONE;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImportState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
