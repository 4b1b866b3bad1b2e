package zeren.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Schemas of what is sent, from the records themselves: names, what is left out and what is not
 * sent as the mapper has it, types and what may be null as the components are declared.
 */
final class RecordSchemas {

  private static final Map<Class<?>, Schema> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, Schema.text()),
          Map.entry(LocalDate.class, Schema.day()),
          Map.entry(Instant.class, Schema.text().with("format", "date-time")),
          Map.entry(boolean.class, Schema.type("boolean")),
          Map.entry(Boolean.class, Schema.type("boolean")),
          Map.entry(int.class, Schema.type("integer").with("format", "int32")),
          Map.entry(Integer.class, Schema.type("integer").with("format", "int32")),
          Map.entry(long.class, Schema.type("integer").with("format", "int64")),
          Map.entry(Long.class, Schema.type("integer").with("format", "int64")),
          Map.entry(double.class, Schema.number().with("format", "double")),
          Map.entry(Double.class, Schema.number().with("format", "double")),
          Map.entry(Object.class, Schema.ANY),
          Map.entry(Geometry.class, GeoJsonSchema.GEOMETRY));

  private final JsonMapper json;
  private final SerializationConfig config;
  private final Map<Class<?>, String> names = new HashMap<>();
  private final Map<String, Schema> schemas = new TreeMap<>();

  RecordSchemas(JsonMapper json) {
    this.json = json;
    this.config = json.serializationConfig();
  }

  /** The schemas that the others refer to, by name. */
  Map<String, Schema> named() {
    return schemas;
  }

  /** The schema of a class of records, as a reference. */
  Schema of(Class<?> type) {
    Schema simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    }
    if (type.isEnum()) {
      return Schema.words(
          Arrays.stream(type.getEnumConstants())
              .map(word -> json.valueToTree(word).stringValue())
              .toList());
    }
    if (!type.isRecord()) {
      throw new IllegalStateException("No schema is known for " + type);
    }
    String name = names.get(type);
    if (name == null) {
      name = SchemaName.of(type);
      if (names.containsValue(name)) {
        name = SchemaName.withModule(type);
      }
      names.put(type, name);
      schemas.put(name, object(type));
    }
    return Schema.named(name);
  }

  private Schema object(Class<?> type) {
    Map<String, Schema> properties = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    addProperties(type, properties, required);
    return Schema.object(properties, required);
  }

  private void addProperties(Class<?> type, Map<String, Schema> properties, Set<String> required) {
    ClassIntrospector introspector = config.classIntrospectorInstance();
    JavaType java = config.constructType(type);
    BeanDescription bean =
        introspector.introspectForSerialization(
            java, introspector.introspectClassAnnotations(java));
    JsonInclude.Value usual = bean.findPropertyInclusion(config.getDefaultPropertyInclusion());
    for (BeanPropertyDefinition property : bean.findProperties()) {
      if (!property.couldSerialize()) {
        continue;
      }
      AnnotatedType of = declared(property.getAccessor().getAnnotated());
      if (isUnwrapped(property)) {
        addProperties(raw(of.getType()), properties, required);
        continue;
      }
      JsonInclude.Include included =
          usual.withOverrides(property.findInclusion()).getValueInclusion();
      boolean always = included == JsonInclude.Include.ALWAYS;
      boolean mayBeNull = of.isAnnotationPresent(Nullable.class);
      Schema schema = of(of);
      properties.put(property.getName(), mayBeNull && always ? schema.orNull() : schema);
      if (always || (!mayBeNull && included == JsonInclude.Include.NON_NULL)) {
        required.add(property.getName());
      }
    }
  }

  private boolean isUnwrapped(BeanPropertyDefinition property) {
    return config
            .getAnnotationIntrospector()
            .findUnwrappingNameTransformer(config, property.getAccessor())
        != null;
  }

  /** Without regard to whether the whole may be null; what is in it may be. */
  private Schema of(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      return Schema.list(inside(array.getAnnotatedGenericComponentType()));
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] of = generic.getAnnotatedActualTypeArguments();
      return Map.class.isAssignableFrom(raw(type.getType()))
          ? Schema.map(inside(of[1]))
          : Schema.list(inside(of[0]));
    }
    return of(raw(type.getType()));
  }

  private Schema inside(AnnotatedType type) {
    Schema schema = of(type);
    return type.isAnnotationPresent(Nullable.class) ? schema.orNull() : schema;
  }

  private static AnnotatedType declared(AnnotatedElement accessor) {
    return accessor instanceof Method method
        ? method.getAnnotatedReturnType()
        : ((Field) accessor).getAnnotatedType();
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }
}
