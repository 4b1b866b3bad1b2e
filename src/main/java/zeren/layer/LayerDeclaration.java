package zeren.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is declared about a layer in its YAML file; storage, API, filters, tiles and legend follow
 * from it.
 *
 * @param id English identifier, such as {@code grid_cell}
 * @param name the field that names a feature
 * @param fields the declared fields, then those that every layer has ({@link ProvenanceFields})
 * @param onRecord which field names the {@code district}, {@code cell} or {@code department} on
 *     record
 * @param duty what its features mean for the question who is responsible; null when nothing
 * @param zone which of its features have a zone; null when none
 * @param edit the roles that may change its features
 */
public record LayerDeclaration(
    String id,
    Title title,
    GeometryType geometry,
    Visibility visibility,
    String name,
    List<LayerField> fields,
    @Nullable Map<String, String> onRecord,
    @Nullable Duty duty,
    @Nullable ZoneRule zone,
    Drawing drawing,
    List<Role> edit) {

  public Optional<LayerField> findField(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }
}
