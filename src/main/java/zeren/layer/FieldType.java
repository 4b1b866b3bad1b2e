package zeren.layer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

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

  /** Whether a feature may have the value: a finite number, a day that exists. */
  public boolean accepts(Object value) {
    return javaType.isInstance(value)
        && switch (this) {
          case NUMBER -> Double.isFinite((Double) value);
          case DATE -> isDay((String) value);
          default -> true;
        };
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** The Java class of a value of this type. */
  public Class<?> javaType() {
    return javaType;
  }
}
