package zeren.layer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads layer declarations from YAML and checks what the types alone cannot. */
final class DeclarationReader {

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /** Who may change the features of a layer that does not say it. */
  private static final List<Role> OFFICE = List.of(Role.ADMIN, Role.OFFICE);

  /** One for all files: what it learns of the types takes longer than to read a file. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /**
   * @param file name of the file, for messages
   * @throws DeclarationException when the declaration cannot be used
   */
  @SuppressWarnings("ConstantValue")
  LayerDeclaration read(String file, InputStream in) throws IOException {
    LayerDeclaration declared;
    try {
      declared = YAML.readValue(in, LayerDeclaration.class);
    } catch (JacksonException e) {
      throw new DeclarationException(file, e.getOriginalMessage());
    }
    check(file, declared);
    List<LayerField> fields = new ArrayList<>(declared.fields());
    fields.addAll(ProvenanceFields.of(declared.geometry()));
    return new LayerDeclaration(
        declared.id(),
        declared.title(),
        declared.geometry(),
        declared.visibility(),
        declared.name(),
        List.copyOf(fields),
        declared.onRecord(),
        declared.duty(),
        declared.zone(),
        declared.drawing() == null ? Drawing.NONE : declared.drawing(),
        declared.edit() == null ? OFFICE : List.copyOf(declared.edit()));
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
        "'geometry' must be Point, MultiLineString, MultiPolygon or None");
    require(file, declared.visibility() != null, "'visibility' must be public or internal");
    require(file, declared.fields() != null && !declared.fields().isEmpty(), "'fields' is missing");
    require(
        file,
        declared.drawing() == null
            ? declared.geometry() == GeometryType.NONE
            : declared.drawing().style() != null,
        "'drawing' needs at least 'order' and 'style'");
    Set<String> names = new HashSet<>();
    for (LayerField field : declared.fields()) {
      checkField(file, field, names);
    }
    require(file, names.contains(declared.name()), "'name' must be one of the fields");
    require(
        file,
        declared.edit() == null
            || declared.edit().stream().allMatch(role -> role != null && role != Role.VIEWER),
        "'edit' must be a list of admin, office, district and grid_manager");
    checkDrawing(file, declared, names);
    checkDuty(file, declared, names);
    if (declared.onRecord() != null) {
      for (Map.Entry<String, String> entry : declared.onRecord().entrySet()) {
        mustName(file, names, "on_record." + entry.getKey(), entry.getValue());
      }
    }
  }

  @SuppressWarnings("ConstantValue")
  private static void checkDuty(String file, LayerDeclaration declared, Set<String> names) {
    Duty duty = declared.duty();
    if (duty != null) {
      require(file, duty.role() != null, "'duty' needs a 'role'");
      require(
          file, declared.geometry() != GeometryType.NONE, "'duty' is for layers with geometries");
      mustName(file, names, "duty.levels", duty.levels());
      require(
          file,
          duty.levels() == null || hasValues(declared, duty.levels()),
          "'duty.levels' must be a field with 'values', from the highest level to the lowest");
      mustName(file, names, "duty.parent", duty.parent());
      mustName(file, names, "duty.first.field", duty.first() == null ? null : duty.first().field());
      require(
          file,
          duty.first() == null || isValue(declared, duty.first().field(), duty.first().value()),
          "'duty.first' needs 'field' and 'value', one that the field may have");
      if (duty.holder() != null) {
        require(file, duty.holder().name() != null, "'duty.holder' needs 'name', a field");
        mustName(file, names, "duty.holder.name", duty.holder().name());
        mustName(file, names, "duty.holder.phone", duty.holder().phone());
      }
      boolean isLine = declared.geometry() == GeometryType.MULTI_LINE_STRING;
      require(
          file,
          isLine == (duty.snapDistance() != null)
              && (duty.snapDistance() == null
                  || duty.snapDistance() > 0 && duty.snapDistance() <= 10_000),
          "'duty.snap_distance' is for lines, and lines need it: 0 to 10000 metres");
    }
    ZoneRule zone = declared.zone();
    if (zone != null) {
      require(
          file,
          declared.geometry() == GeometryType.POINT
              && zone.radius() >= 1
              && zone.radius() <= 100_000,
          "'zone' is for points and needs a 'radius' of 1 to 100000 metres");
      mustName(file, names, "zone.field", zone.field());
      require(
          file,
          zone.field() == null
              ? zone.value() == null
              : isValue(declared, zone.field(), zone.value()),
          "'zone.field' needs 'value', one that the field may have");
    }
  }

  private static boolean hasValues(LayerDeclaration declared, String field) {
    return declared.findField(field).filter(found -> found.values() != null).isPresent();
  }

  /** Whether the field may have the value. */
  private static boolean isValue(
      LayerDeclaration declared, @Nullable String field, @Nullable String value) {
    return field != null
        && value != null
        && declared
            .findField(field)
            .filter(one -> one.values() == null || one.values().containsKey(value))
            .isPresent();
  }

  /** A drawing is sent to everybody who may see the layer, so it may not speak of hidden fields. */
  @SuppressWarnings("ConstantValue")
  private static void checkDrawing(String file, LayerDeclaration declared, Set<String> names) {
    Drawing drawing = declared.drawing();
    if (drawing == null) {
      return;
    }
    Map<String, @Nullable String> used = new LinkedHashMap<>();
    used.put("drawing.label", drawing.label());
    if (drawing.by() != null) {
      require(
          file,
          drawing.by().field() != null && hasNoNull(drawing.by().values()),
          "'drawing.by' needs 'field' and 'values', a style for each value");
      used.put("drawing.by.field", drawing.by().field());
    }
    if (drawing.fromZoom() != null) {
      require(
          file,
          drawing.fromZoom().field() != null && hasNoNull(drawing.fromZoom().values()),
          "'drawing.from_zoom' needs 'field' and 'values', a zoom for each value");
      used.put("drawing.from_zoom.field", drawing.fromZoom().field());
    }
    used.forEach(
        (where, name) -> {
          mustName(file, names, where, name);
          require(
              file,
              name == null || everyViewerSees(declared, name),
              "'drawing' uses the internal field '" + name + "' of a public layer");
        });
  }

  @SuppressWarnings("ConstantValue")
  private static boolean hasNoNull(@Nullable Map<String, ?> values) {
    return values != null && values.values().stream().noneMatch(Objects::isNull);
  }

  private static boolean everyViewerSees(LayerDeclaration declared, String name) {
    return declared.visibility() == Visibility.INTERNAL
        || declared
            .findField(name)
            .filter(field -> field.visibility() == Visibility.INTERNAL)
            .isEmpty();
  }

  @SuppressWarnings("ConstantValue")
  private static void checkField(String file, @Nullable LayerField field, Set<String> names) {
    if (field == null) {
      throw new DeclarationException(file, "'fields': a field is empty");
    }
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
    require(
        file,
        field.refersTo() == null || field.type() == FieldType.TEXT && field.values() == null,
        "field '" + field.name() + "' refers to features: it must be a text without 'values'");
    require(
        file,
        field.synonyms() == null || field.synonyms().stream().noneMatch(Objects::isNull),
        "'synonyms' of field '" + field.name() + "' must be words");
    require(
        file,
        !field.many() || field.type() == FieldType.TEXT && field.values() != null,
        "field '" + field.name() + "' is 'many': it must be a text with 'values'");
    if (field.values() != null) {
      require(
          file,
          !field.many()
              || field.values().entrySet().stream()
                  .allMatch(value -> isOne(value.getKey()) && isOne(value.getValue())),
          "'values' of field '" + field.name() + "' and their titles must not hold commas");
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

  private static boolean isOne(@Nullable Title title) {
    return title == null || !isWhole(title) || isOne(title.zh()) && isOne(title.en());
  }

  private static boolean isOne(String value) {
    return ManyValues.split(value).equals(List.of(value));
  }

  private static void mustName(
      String file, Set<String> names, String where, @Nullable String field) {
    require(file, field == null || names.contains(field), where + " names no field: " + field);
  }

  @SuppressWarnings("ConstantValue")
  private static boolean isWhole(@Nullable Title title) {
    return title != null && title.zh() != null && title.en() != null;
  }

  private static void require(String file, boolean holds, String reason) {
    if (!holds) {
      throw new DeclarationException(file, reason);
    }
  }
}
