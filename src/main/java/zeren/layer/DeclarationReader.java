package zeren.layer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads layer declarations from YAML and checks what the types alone cannot. */
final class DeclarationReader {

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final YAMLMapper yaml =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /**
   * @param file name of the file, for messages
   * @throws DeclarationException when the declaration cannot be used
   */
  LayerDeclaration read(String file, InputStream in) throws IOException {
    LayerDeclaration declared;
    try {
      declared = yaml.readValue(in, LayerDeclaration.class);
    } catch (JacksonException e) {
      throw new DeclarationException(file, e.getOriginalMessage());
    }
    check(file, declared);
    List<LayerField> fields = new ArrayList<>(declared.fields());
    fields.addAll(ProvenanceFields.ALL);
    return new LayerDeclaration(
        declared.id(),
        declared.title(),
        declared.geometry(),
        declared.visibility(),
        declared.name(),
        List.copyOf(fields),
        declared.onRecord(),
        declared.drawing());
  }

  /** Jackson leaves null what a file leaves out, whatever the types say. */
  @SuppressWarnings("ConstantValue")
  private static void check(String file, LayerDeclaration declared) {
    require(
        file,
        declared.id() != null && IDENTIFIER.matcher(declared.id()).matches(),
        "'id' must be lower-case letters, digits and '_', starting with a letter");
    require(file, isWhole(declared.title()), "'title' needs 'zh' and 'en'");
    require(
        file,
        declared.geometry() != null,
        "'geometry' must be Point, MultiLineString or MultiPolygon");
    require(file, declared.visibility() != null, "'visibility' must be public or internal");
    require(file, declared.fields() != null && !declared.fields().isEmpty(), "'fields' is missing");
    require(
        file,
        declared.drawing() != null && declared.drawing().style() != null,
        "'drawing' needs at least 'order' and 'style'");
    Set<String> names = new HashSet<>();
    for (LayerField field : declared.fields()) {
      checkField(file, field, names);
    }
    require(file, names.contains(declared.name()), "'name' must be one of the fields");
    mustName(file, names, "drawing.label", declared.drawing().label());
    if (declared.drawing().by() != null) {
      mustName(file, names, "drawing.by.field", declared.drawing().by().field());
    }
    if (declared.drawing().fromZoom() != null) {
      mustName(file, names, "drawing.from_zoom.field", declared.drawing().fromZoom().field());
    }
    if (declared.onRecord() != null) {
      for (Map.Entry<String, String> entry : declared.onRecord().entrySet()) {
        mustName(file, names, "on_record." + entry.getKey(), entry.getValue());
      }
    }
  }

  @SuppressWarnings("ConstantValue")
  private static void checkField(String file, LayerField field, Set<String> names) {
    require(
        file,
        field.name() != null && IDENTIFIER.matcher(field.name()).matches(),
        "field name '" + field.name() + "' must be lower-case letters, digits and '_'");
    require(file, !field.name().equals("id"), "'id' is not a field: every feature has one");
    require(file, names.add(field.name()), "field '" + field.name() + "' stands twice");
    require(
        file,
        ProvenanceFields.ALL.stream().noneMatch(known -> known.name().equals(field.name())),
        "field '" + field.name() + "' is there in every layer and is not declared");
    require(file, field.type() != null, "field '" + field.name() + "' has no type");
    require(
        file,
        isWhole(field.title()),
        "field '" + field.name() + "' needs a title in 'zh' and 'en'");
    if (field.values() != null) {
      field
          .values()
          .forEach(
              (value, title) ->
                  require(
                      file,
                      isWhole(title),
                      "value '" + value + "' of field '" + field.name() + "' needs 'zh' and 'en'"));
    }
  }

  private static void mustName(
      String file,
      Set<String> names,
      String where,
      @org.jspecify.annotations.Nullable String field) {
    require(file, field == null || names.contains(field), where + " names no field: " + field);
  }

  @SuppressWarnings("ConstantValue")
  private static boolean isWhole(@org.jspecify.annotations.Nullable Title title) {
    return title != null && title.zh() != null && title.en() != null;
  }

  private static void require(String file, boolean holds, String reason) {
    if (!holds) {
      throw new DeclarationException(file, reason);
    }
  }
}
