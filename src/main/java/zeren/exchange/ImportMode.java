package zeren.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an import does with features that are not in the file. */
public enum ImportMode {
  /** They stay. */
  @JsonProperty("upsert")
  UPSERT,
  /** They end on the day of the import. */
  @JsonProperty("replace")
  REPLACE
}
