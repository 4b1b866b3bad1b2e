package zeren.exchange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import zeren.exchange.ImportMode;
import zeren.exchange.ImportSettings;
import zeren.exchange.Mapping;
import zeren.exchange.Mappings;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/**
 * How somebody wants a file imported, by the parameters of the request.
 *
 * @param dryRun whether nothing is to be written
 */
record ImportQuestion(ImportSettings settings, boolean dryRun) {

  private static final List<String> ALLOWED =
      List.of("crs", "dryRun", "mode", "validFrom", "table", "mapping", "mappingName");

  static ImportQuestion read(
      QueryParameters parameters, String layer, Mappings mappings, JsonMapper json, Clock clock) {
    parameters.allowOnly(ALLOWED);
    String crs = parameters.findText("crs");
    Mapping mapping = new Mapping(Map.of());
    String name = parameters.findText("mappingName");
    if (name != null) {
      mapping = mappings.get(layer, name).mapping();
      crs = crs == null ? mappings.get(layer, name).crs() : crs;
    }
    String text = parameters.findText("mapping");
    if (text != null) {
      mapping = mapping(text, json);
    }
    LocalDate validFrom = parameters.findDate("validFrom");
    String mode = parameters.choice("mode", List.of("upsert", "replace"), "upsert");
    boolean dryRun = parameters.choice("dryRun", List.of("true", "false"), "false").equals("true");
    return new ImportQuestion(
        new ImportSettings(
            crs,
            mode.equals("replace") ? ImportMode.REPLACE : ImportMode.UPSERT,
            validFrom == null ? LocalDate.now(clock) : validFrom,
            parameters.findText("table"),
            mapping),
        dryRun);
  }

  private static Mapping mapping(String text, JsonMapper json) {
    @Nullable Mapping read;
    try {
      read = json.readValue(text, Mapping.class);
    } catch (JacksonException e) {
      read = null;
    }
    if (read == null || read.columns().isEmpty()) {
      throw ProblemException.badParameter(
          "mapping",
          "Parameter 'mapping' must be JSON such as {\"columns\": {\"项目名称\": \"name\"}}.");
    }
    return read;
  }
}
