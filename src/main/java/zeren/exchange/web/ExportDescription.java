package zeren.exchange.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.CRS;
import static zeren.openapi.Parameter.LANG;
import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.format.FileFormat;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.GeoJsonSchema;
import zeren.openapi.Operation;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** Layers as files. */
@Component
@Order(7)
class ExportDescription implements ApiDescription {

  private static final Parameter LAYER = Parameter.path("layer", "Id of a layer.");

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("导出", "Export");
    Operation export =
        section
            .get("/api/layers/{layer}/export", "导出", "A layer as a file")
            .takes(
                LAYER,
                query(
                    "format",
                    Schema.words(ExportController.FORMATS)
                        .otherwise(FileFormat.GEOJSON.parameter()),
                    "Kind of file; shp is a zipped Shapefile."),
                CRS,
                query("bbox", Schema.text(), "West, south, east, north in degrees."),
                query("where", Schema.text(), "Filter as CQL2 text."),
                AT,
                query(
                    "bom",
                    Schema.words("true", "false").otherwise("false"),
                    "Whether a CSV begins with a byte order mark."),
                query(
                    "lang",
                    Schema.words("zh", "en"),
                    "Language of headings and words; those of the API when left out."),
                Parameter.fields("the layer"));
    for (FileFormat format : FileFormat.values()) {
      export.answers(
          format.mediaType(),
          format == FileFormat.GEOJSON ? GeoJsonSchema.collection() : Schema.BINARY);
    }
    section
        .get("/api/layers/{layer}/template", "导入模板", "A workbook to fill in")
        .takes(
            LAYER,
            query(
                "format",
                Schema.words(FileFormat.XLSX.parameter()).otherwise(FileFormat.XLSX.parameter()),
                "Kind of file."),
            LANG)
        .answers(FileFormat.XLSX.mediaType(), Schema.BINARY);
  }
}
