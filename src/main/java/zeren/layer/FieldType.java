package zeren.layer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The type of a field's values. */
public enum FieldType {
  @JsonProperty("text")
  TEXT(String.class),
  @JsonProperty("integer")
  INTEGER(Long.class),
  @JsonProperty("number")
  NUMBER(Double.class),
  @JsonProperty("boolean")
  BOOLEAN(Boolean.class),
  /** An ISO 8601 day, held as text. */
  @JsonProperty("date")
  DATE(String.class);

  private final Class<?> javaType;

  FieldType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** The Java class of a value of this type. */
  public Class<?> javaType() {
    return javaType;
  }
}
