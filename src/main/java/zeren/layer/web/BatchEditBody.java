package zeren.layer.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;
import zeren.layer.BatchEdits;
import zeren.layer.FeatureReader;
import zeren.layer.LayerDeclaration;
import zeren.problem.ProblemException;

/**
 * An edit of many features.
 *
 * @param features which ones
 * @param set the values to give them by field name; null takes a value away
 * @param validFrom first day on which it is so; today when left out
 * @param dryRun whether only to tell what would be changed
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record BatchEditBody(
    @Nullable List<@Nullable Named> features,
    @Nullable Map<String, @Nullable Object> set,
    @Nullable LocalDate validFrom,
    @Nullable Boolean dryRun) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @param version the one that was looked at, as its ETag has it; may be left out in a dry run,
   *     which tells it
   */
  record Named(@Nullable String id, @Nullable Integer version) {}

  boolean isDryRun() {
    return Boolean.TRUE.equals(dryRun);
  }

  BatchEdits.Edit read(LayerDeclaration layer, FeatureReader reader, LocalDate today) {
    JsonNode values = JSON.valueToTree(set == null ? Map.of() : set);
    if (values.isEmpty()) {
      throw bad("set", "'set' must name one or more fields with their values");
    }
    for (String name : values.propertyNames()) {
      if (layer.findField(name).isEmpty()) {
        throw bad(name, "layer '%s' has no field '%s'".formatted(layer.id(), name));
      }
    }
    return new BatchEdits.Edit(
        versions(), reader.values(layer, values), validFrom == null ? today : validFrom);
  }

  private Map<String, @Nullable Integer> versions() {
    List<@Nullable Named> named = features == null ? List.of() : features;
    if (named.isEmpty() || named.size() > BatchEdits.MOST) {
      throw bad("features", "'features' must name from 1 to %d".formatted(BatchEdits.MOST));
    }
    Map<String, @Nullable Integer> versions = new LinkedHashMap<>();
    for (Named one : named) {
      if (one == null || one.id() == null) {
        throw bad("id", "each of 'features' must have an 'id'");
      }
      if (one.version() == null && !isDryRun()) {
        throw new ProblemException(
                HttpStatus.PRECONDITION_REQUIRED,
                "precondition-required",
                "The version is missing",
                "Say of '%s' which version was looked at; a dry run tells it. Nothing was changed."
                    .formatted(one.id()))
            .with("field", "version");
      }
      if (versions.containsKey(one.id())) {
        throw bad("id", "'%s' is named twice".formatted(one.id()));
      }
      versions.put(one.id(), one.version());
    }
    return versions;
  }

  private static ProblemException bad(String field, String reason) {
    return new ProblemException(
            HttpStatus.BAD_REQUEST,
            "bad-edit",
            "The edit cannot be recorded",
            "Nothing was changed: " + reason + ".")
        .with("field", field);
  }
}
