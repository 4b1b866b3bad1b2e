package zeren.exchange.web;

import static zeren.openapi.Parameter.OFFSET;
import static zeren.openapi.Parameter.query;

import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.exchange.ImportFindings;
import zeren.exchange.ImportResult;
import zeren.exchange.StoredMapping;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.GeoJsonSchema;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** Imports, at once and step by step, and the mappings that are kept for them. */
@Component
@Order(8)
class ImportDescription implements ApiDescription {

  private static final Parameter LAYER = Parameter.path("layer", "Id of a layer.");
  private static final Parameter ID = Parameter.path("id", "Id of an import.");
  private static final Parameter TABLE =
      query(
          "table",
          Schema.text(),
          "Which sheet, layer or table of the file; the first when left out.");
  private static final Schema FILE = Schema.object(Map.of("file", Schema.BINARY), Set.of("file"));

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("导入", "Import");
    atOnce(section);
    steps(section);
    findings(section);
    mappings(section);
  }

  private static void atOnce(Api.Section section) {
    section
        .post("/api/layers/{layer}/import", "一次导入", "Import a file in one request")
        .says("A small file is answered at once, a large one goes on as a job.")
        .forEditors()
        .takes(
            LAYER,
            query(
                "crs",
                Schema.text(),
                "Coordinate system of the positions; as the file names it when left out."),
            query(
                "dryRun",
                Schema.words("true", "false").otherwise("false"),
                "Whether nothing is to be written."),
            query(
                "mode",
                Schema.words("upsert", "replace").otherwise("upsert"),
                "Whether features that are not in the file stay or end."),
            query(
                "validFrom",
                Schema.day(),
                "First day on which the rows are so; today when left out."),
            TABLE,
            query(
                "mapping",
                Schema.text(),
                "What the columns are, as JSON such as {\"columns\": {\"项目名称\": \"name\"}}."),
            query("mappingName", Schema.text(), "Name of a mapping that was kept."))
        .asks("multipart/form-data", FILE)
        .answers(ImportResult.class)
        .answers(202, "application/json", JobBody.class)
        .refuses(413, "The file is too large.")
        .refuses(422, "The file cannot be read or imported; code and location say why and where.");
    section
        .get("/api/jobs/{id}", "任务进度", "How far a job is")
        .forEditors()
        .takes(ID)
        .answers(JobBody.class);
    section
        .delete("/api/jobs/{id}", "取消任务", "Stop a job")
        .forEditors()
        .takes(ID)
        .answers(JobBody.class);
  }

  private static void steps(Api.Section section) {
    section
        .post("/api/imports", "上传文件", "Upload a file to be imported")
        .forEditors()
        .takes(query("layer", Schema.text(), "Id of the layer.").must(), TABLE)
        .asks("multipart/form-data", FILE)
        .answers(201, "application/json", ImportBody.class)
        .refuses(413, "The file is too large.")
        .refuses(422, "The file cannot be read.");
    section
        .get("/api/imports", "导入列表", "Imports, newest first")
        .forEditors()
        .takes(
            query("layer", Schema.text(), "Only those to one layer."),
            Parameter.limit(ImportController.LARGEST_PAGE, ImportController.PAGE),
            OFFSET)
        .answers(ImportController.ImportList.class);
    section
        .get("/api/imports/{id}", "一次导入的状态", "An import")
        .forEditors()
        .takes(ID)
        .answers(ImportBody.class);
    section
        .post("/api/imports/{id}/check", "检查", "Check its rows; nothing is written")
        .forEditors()
        .takes(ID)
        .asks(ImportController.CheckOrder.class)
        .answers(202, "application/json", JobBody.class)
        .refuses(409, "It cannot be checked now.")
        .refuses(410, "Its file has been removed.");
    section
        .post("/api/imports/{id}/commit", "写入", "Write what was checked")
        .forEditors()
        .takes(ID)
        .mayAsk(ImportController.CommitOrder.class)
        .answers(202, "application/json", JobBody.class)
        .refuses(409, "It is not checked, or was checked by other settings than those sent.")
        .refuses(410, "Its file has been removed.");
    section
        .post("/api/imports/{id}/undo", "撤销", "Take back what it wrote")
        .forEditors()
        .takes(ID)
        .answers(ImportController.UndoneBody.class)
        .refuses(409, "It wrote nothing, or some of it was changed since.");
    section
        .delete("/api/imports/{id}", "删除", "Remove an import that wrote nothing")
        .forEditors()
        .takes(ID)
        .answers(204, "It is gone.")
        .refuses(409, "It was written or is at work.");
  }

  private static void findings(Api.Section section) {
    section
        .get("/api/imports/{id}/changes", "导入差异", "What it creates, changes or closes")
        .forEditors()
        .takes(
            ID,
            query(
                "kind",
                Schema.words(FindingsController.KINDS).otherwise("changed"),
                "What happens to the features."),
            Parameter.limit(FindingsController.LARGEST_PAGE, FindingsController.PAGE),
            OFFSET)
        .answers(ImportFindings.Changes.class);
    section
        .get("/api/imports/{id}/places", "导入位置", "Where its rows lie, as points")
        .forEditors()
        .takes(ID)
        .answers(GeoJsonSchema.MEDIA_TYPE, FindingsController.Places.class);
    section
        .get(
            "/api/imports/{id}/refused",
            "被拒行",
            "The rows that were refused, in the format of the file")
        .forEditors()
        .takes(ID)
        .answers("*/*", Schema.BINARY);
  }

  private static void mappings(Api.Section section) {
    Parameter name = Parameter.path("name", "Name of the mapping.");
    section
        .get("/api/layers/{layer}/mappings", "字段映射", "The mappings that are kept")
        .forEditors()
        .takes(LAYER)
        .answers(MappingController.MappingList.class);
    section
        .put("/api/layers/{layer}/mappings/{name}", "保存映射", "Keep a mapping")
        .forEditors()
        .takes(LAYER, name)
        .asks(MappingController.NewMapping.class)
        .answers(StoredMapping.class);
    section
        .delete("/api/layers/{layer}/mappings/{name}", "删除映射", "Forget a mapping")
        .forEditors()
        .takes(LAYER, name)
        .answers(204, "It is gone.");
  }
}
