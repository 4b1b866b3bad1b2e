package zeren.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import zeren.exchange.LayerExport;
import zeren.filter.BoundingBox;
import zeren.filter.FieldFilter;
import zeren.filter.Where;
import zeren.format.FileFormat;
import zeren.format.TableFiles;
import zeren.format.TableWriter;
import zeren.geo.CoordinateSystem;
import zeren.geo.UnknownCoordinateSystemException;
import zeren.layer.FeatureNames;
import zeren.layer.GeometryType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/**
 * A layer as a file, written while it is sent. When that fails halfway the connection is cut, so
 * that nobody takes a part for the whole.
 */
@RestController
class ExportController {

  private static final List<String> OWN =
      List.of("format", "crs", "bbox", "where", "at", "bom", "lang");
  static final List<String> FORMATS =
      Arrays.stream(FileFormat.values()).map(FileFormat::parameter).toList();

  /** The formats that have tables without geometries. */
  private static final List<String> OF_TABLES =
      List.of("csv", "xlsx", "geojson", "geojsonl", "gpkg");

  private static final Set<String> KML_SYSTEMS = Set.of("EPSG:4326", "EPSG:4490");

  private final LayerCatalog catalog;
  private final Clock clock;

  ExportController(LayerCatalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  @GetMapping("/api/layers/{layer}/export")
  void export(
      @PathVariable String layer,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    QueryParameters parameters = QueryParameters.of(request);
    LocalDate at = parameters.findDate("at");
    LayerView view = catalog.get(layer, viewer, at);
    List<String> known = new ArrayList<>(OWN);
    known.addAll(FieldFilter.parameterNames(view, ""));
    parameters.allowOnly(known);
    FileFormat format = format(parameters, view);
    CoordinateSystem crs = crs(parameters, format);
    String language = language(parameters);
    boolean mark = parameters.choice("bom", List.of("true", "false"), "false").equals("true");
    IntPredicate rows =
        FieldFilter.compile(view, parameters, "", Set.copyOf(OWN))
            .and(Where.compile(view, parameters))
            .and(BoundingBox.meets(view, parameters.findText("bbox")));
    LayerExport export =
        new LayerExport(view, rows, crs, language, new FeatureNames(catalog, viewer, at)::find);
    requireReach(export, crs);
    response.setContentType(format.mediaType());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        attachment(view, language, at == null ? LocalDate.now(clock) : at, format));
    if (!request.getMethod().equals("HEAD")) {
      write(export, format, mark, response);
    }
  }

  private static void write(
      LayerExport export, FileFormat format, boolean mark, HttpServletResponse response)
      throws IOException {
    try {
      TableWriter writer = TableFiles.create(format, export.plan(mark), response.getOutputStream());
      try {
        export.writeTo(writer);
      } catch (IOException | RuntimeException e) {
        writer.abandon();
        throw e;
      }
      writer.close();
    } catch (IOException | RuntimeException e) {
      if (!response.isCommitted()) {
        // What will be said instead is no file.
        response.reset();
      }
      throw e;
    }
  }

  private static FileFormat format(QueryParameters parameters, LayerView view) {
    String wanted = parameters.choice("format", FORMATS, FileFormat.GEOJSON.parameter());
    if (view.declaration().geometry() == GeometryType.NONE && !OF_TABLES.contains(wanted)) {
      throw ProblemException.badParameter(
          "format",
          "Layer '%s' is a table without geometries, which '%s' cannot hold; take one of %s."
              .formatted(view.declaration().id(), wanted, String.join(", ", OF_TABLES)),
          OF_TABLES);
    }
    return FileFormat.find(wanted).orElseThrow();
  }

  private static CoordinateSystem crs(QueryParameters parameters, FileFormat format) {
    String code = parameters.findText("crs");
    if (code == null) {
      return CoordinateSystem.CGCS2000;
    }
    CoordinateSystem crs;
    try {
      crs = CoordinateSystem.parse(code);
    } catch (UnknownCoordinateSystemException e) {
      throw ProblemException.badParameter(
          "crs",
          "Parameter 'crs' is '%s'; it must be one of %s."
              .formatted(code, String.join(", ", CoordinateSystem.supported())),
          CoordinateSystem.supported());
    }
    if (format == FileFormat.KML && !KML_SYSTEMS.contains(crs.code())) {
      throw ProblemException.badParameter(
          "crs",
          "KML is in WGS 84 by its standard and cannot be written in '%s'; leave 'crs' out, or take"
                  .formatted(code)
              + " another format.",
          KML_SYSTEMS.stream().sorted().toList());
    }
    return crs;
  }

  private static @Nullable String language(QueryParameters parameters) {
    return parameters.has("lang") ? parameters.choice("lang", List.of("zh", "en"), "zh") : null;
  }

  private static void requireReach(LayerExport export, CoordinateSystem crs) {
    String unreachable = export.findUnreachable();
    if (unreachable != null) {
      throw ProblemException.badParameter(
          "crs",
          "Not all of these features lie in the reach of '%s'. %s. Choose another system, or a bbox"
                  .formatted(crs.code(), unreachable)
              + " in its reach.");
    }
  }

  /** The title of the layer, and its id for programs that read plain names only, such as curl. */
  private static String attachment(
      LayerView view, @Nullable String language, LocalDate at, FileFormat format) {
    String title = view.declaration().title().in(language == null ? "zh" : language);
    String rest = "_" + at + "." + format.extension();
    return ContentDisposition.attachment()
        .filename(title + rest, StandardCharsets.UTF_8)
        .build()
        .toString()
        .replaceFirst("filename=\"[^\"]*\"", "filename=\"" + view.declaration().id() + rest + "\"");
  }
}
