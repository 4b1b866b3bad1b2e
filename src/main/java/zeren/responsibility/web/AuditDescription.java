package zeren.responsibility.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.OFFSET;
import static zeren.openapi.Parameter.query;

import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.format.FileFormat;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.GeoJsonSchema;
import zeren.openapi.Operation;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;
import zeren.responsibility.AuditRun;
import zeren.responsibility.CoveragePiece;
import zeren.responsibility.FindingKind;
import zeren.responsibility.FindingState;
import zeren.responsibility.Misattribution;
import zeren.responsibility.Role;

/** Audits: what is wrong on a day, runs, and findings with what people say to them. */
@Component
@Order(4)
class AuditDescription implements ApiDescription {

  private static final Parameter ID = Parameter.path("id", "Number of a finding or of a run.");

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("审计", "Audits");
    coverage(section.get("/api/audits/gaps", "盲区", "Areas that no cell covers"));
    coverage(section.get("/api/audits/overlaps", "交叉", "Areas that two cells of a level cover"));
    objects(section.get("/api/audits/misattributions", "错归属", "Objects on record elsewhere"))
        .takes(
            query(
                "verdict",
                Schema.words(
                    Arrays.stream(Misattribution.Verdict.values())
                        .map(Misattribution.Verdict::code)
                        .toList()),
                "Only those of one verdict."))
        .answers(MisattributionBody.class);
    objects(section.get("/api/audits/duties", "责任空缺", "Objects that nobody is responsible for"))
        .takes(
            query(
                "role",
                Schema.words(Arrays.stream(Role.values()).map(Role::code).toList()),
                "Only those that lack one role."))
        .answers(DutyGapBody.class);
    runs(section);
    findings(section);
  }

  private static void coverage(Operation operation) {
    CoveragePiece.Tolerance usual = CoveragePiece.Tolerance.USUAL;
    operation
        .forAccounts()
        .takes(
            query("layer", Schema.text().otherwise("grid_cell"), "Id of a layer of cells."),
            query("level", Schema.text(), "One level of the cells; all when left out."),
            query(
                "tolerance",
                Schema.number(0, CoverageQuestion.MOST_AREA).otherwise(usual.area()),
                "Square metres; smaller pieces are slivers."),
            query(
                "width",
                Schema.number(0, CoverageQuestion.MOST_WIDTH).otherwise(usual.width()),
                "Mean width in metres; thinner pieces are slivers."),
            query(
                "slivers",
                Schema.words("none", "only", "all").otherwise("none"),
                "Whether slivers are among the pieces."),
            AT,
            Parameter.limit(CoverageQuestion.LARGEST_PAGE, CoverageQuestion.PAGE),
            OFFSET)
        .answers(GeoJsonSchema.MEDIA_TYPE, CoverageBody.class);
  }

  private static Operation objects(Operation operation) {
    return operation
        .forAccounts()
        .takes(
            query("layer", Schema.text().otherwise("site"), "Id of a layer of objects."),
            AT,
            Parameter.limit(ObjectAuditController.LARGEST_PAGE, ObjectAuditController.PAGE),
            OFFSET);
  }

  private static void runs(Api.Section section) {
    section
        .post("/api/audits/runs", "开始审计", "Begin a run of all audits")
        .forEditors()
        .answers(202, "application/json", AuditRun.class)
        .refuses(409, "A run is under way.");
    section
        .get("/api/audits/runs", "审计记录", "The last runs, newest first")
        .forAccounts()
        .takes(Parameter.limit(AuditRunController.LARGEST_PAGE, AuditRunController.PAGE))
        .answers(AuditRunController.RunList.class);
    section
        .get("/api/audits/runs/{id}", "一次审计", "One run")
        .forAccounts()
        .takes(ID)
        .answers(AuditRun.class);
  }

  private static void findings(Api.Section section) {
    section
        .get("/api/audits/findings", "问题清单", "What the audits found")
        .says("GeoJSON and workbooks hold all that fit, whatever page is asked for.")
        .forAccounts()
        .takes(
            query("kind", Schema.list(Schema.words(FindingKind.codes())), "Only these kinds."),
            query("state", Schema.list(Schema.words(FindingState.codes())), "Only these states."),
            query("district", Schema.text(), "Id of the county."),
            query("layer", Schema.text(), "Id of the layer it is about."),
            query("level", Schema.text(), "Level of the cells."),
            query("role", Schema.text(), "The role that nobody holds."),
            query("verdict", Schema.text(), "How sure it is."),
            query(
                "new",
                Schema.words("true", "false").otherwise("false"),
                "Only those that the last run was the first to find."),
            query("q", Schema.text(), "A part of a name or an id."),
            query(
                "format",
                Schema.words("json", "geojson", "xlsx").otherwise("json"),
                "What is answered."),
            query(
                "lang",
                Schema.words("zh", "en"),
                "Language of headings and words; zh in a workbook, the words of this description in GeoJSON."),
            Parameter.limit(FindingQuestion.LARGEST_PAGE, FindingQuestion.PAGE),
            OFFSET)
        .answers(AuditFindingController.FindingList.class)
        .answers(GeoJsonSchema.MEDIA_TYPE, GeoJsonSchema.collection())
        .answers(FileFormat.XLSX.mediaType(), Schema.BINARY);
    section
        .get("/api/audits/findings/{id}", "一个问题", "A finding with its history")
        .forAccounts()
        .takes(ID)
        .answers(FindingBody.class);
    section
        .put("/api/audits/findings/{id}/acceptance", "认可", "Say why it may stay so")
        .forEditors()
        .takes(ID)
        .asks(AuditFindingController.Acceptance.class)
        .answers(FindingBody.class)
        .refuses(409, "It is not open.");
    section
        .delete("/api/audits/findings/{id}/acceptance", "撤销认可", "Take that back")
        .forEditors()
        .takes(ID)
        .answers(FindingBody.class)
        .refuses(409, "It is not accepted.");
  }
}
