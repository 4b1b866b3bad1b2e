package zeren.trail.web;

import static zeren.openapi.Parameter.LANG;
import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.format.FileFormat;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;
import zeren.trail.DeedKind;
import zeren.trail.TrailHead;

/** The trail of who did what, for administrators. */
@Component
@Order(9)
class TrailDescription implements ApiDescription {

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("操作日志", "Trail");
    section
        .get("/api/trail", "操作日志", "Who did what, the newest first")
        .says("For administrators only. Files hold all that fit, whatever page is asked for.")
        .forAccounts()
        .takes(
            query("actor", Schema.text(), "Name of the account."),
            query("kind", Schema.list(Schema.words(DeedKind.codes())), "Only these kinds."),
            query("layer", Schema.text(), "Id of the layer it was done to."),
            query("object", Schema.text(), "What it was done to, such as the id of a feature."),
            query("from", Schema.day(), "The first day."),
            query("to", Schema.day(), "The last day."),
            query("q", Schema.text(), "A part of what was done, or the address it came from."),
            query("before", Schema.text(), "Only rows of smaller numbers: the next page."),
            query(
                "format",
                Schema.words(TrailQuestion.FORMATS).otherwise("json"),
                "What is answered."),
            LANG,
            Parameter.limit(TrailQuestion.LARGEST_PAGE, TrailQuestion.PAGE))
        .answers(TrailBody.Page.class)
        .answers(FileFormat.CSV.mediaType(), Schema.text())
        .answers(FileFormat.XLSX.mediaType(), Schema.BINARY);
    section
        .get("/api/trail/{id}", "一条记录", "One row")
        .forAccounts()
        .takes(Parameter.path("id", "Number of the row."))
        .answers(TrailBody.Row.class);
    section
        .get("/api/trail/choices", "可选条件", "Kinds and accounts to search for")
        .forAccounts()
        .answers(TrailBody.Choices.class);
    section
        .get("/api/trail/head", "链头", "The last row and its hash, to be written down")
        .forAccounts()
        .answers(TrailHead.class);
    section
        .get("/api/trail/verification", "校验", "Whether a row was changed, removed or put in")
        .forAccounts()
        .takes(query("head", Schema.text(), "A hash written down earlier, which must be there."))
        .answers(TrailBody.Verification.class);
  }
}
