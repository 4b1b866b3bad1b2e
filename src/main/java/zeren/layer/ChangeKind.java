package zeren.layer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What made a change set. */
public enum ChangeKind {
  /** The first filling of an installation. */
  @JsonProperty("reference")
  REFERENCE,
  /** Code that records features one way or another. */
  @JsonProperty("record")
  RECORD,
  @JsonProperty("import")
  IMPORT,
  @JsonProperty("edit")
  EDIT,
  @JsonProperty("delete")
  DELETE,
  @JsonProperty("undo")
  UNDO
}
