package zeren.layer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the features of a layer mean for the question who is responsible: which role an area, a line
 * or an object gives to somebody, and where its own record names that somebody.
 *
 * @param role the role it gives, such as {@code territorial} or {@code road_chief}
 * @param topics for which topics; for all when null
 * @param snapDistance metres up to which a place belongs to a line; null for areas and objects
 * @param levels the field with the level of an area, whose declared values go from the highest to
 *     the lowest; null when there are no levels
 * @param parent the field with the id of the area above; null when there is none
 * @param first which areas go before the others; null when all are alike
 * @param holder the fields in which the record names the holder; null when it does not
 * @param basis what the record is based on; null when nothing says it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Duty(
    String role,
    @Nullable List<String> topics,
    @Nullable Double snapDistance,
    @Nullable String levels,
    @Nullable String parent,
    @Nullable FieldValue first,
    @Nullable Holder holder,
    @Nullable Basis basis) {

  /** A field and one value of it. */
  public record FieldValue(String field, String value) {}

  /**
   * Where the record names who holds the role.
   *
   * @param name field with the name
   * @param phone field with the phone number; null when there is none
   */
  public record Holder(String name, @Nullable String phone) {}

  /** A document and the place in it. */
  public record Basis(String document, @Nullable String clause) {}
}
