package zeren.desk.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.LANG;
import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.desk.Finder;
import zeren.desk.SavedSearch;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** What the desk needs beside what there is for everybody. */
@Component
@Order(9)
class DeskDescription implements ApiDescription {

  private static final Parameter NAME =
      Parameter.path("name", "Name of a search, percent-encoded.");
  private static final String NOBODY = "Nobody is logged in.";

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("工作台", "Desk");
    section
        .get("/api/find", "查找", "Find by a name, a part of an address, an id or coordinates")
        .says(
            "Coordinates may be decimal degrees, degrees with minutes and seconds, or metres, in either order. Without"
                + " the name of a datum (gcj02, bd09, wgs84, EPSG:nnnn) they are read in each that they could be in.")
        .takes(
            query("text", Schema.text(), "What is known.").must(),
            Parameter.limit(FindController.MOST, FindController.USUAL),
            AT)
        .answers(Finder.Findings.class);
    section
        .post("/api/desk/table", "所见即所得导出", "A file of these rows, these columns, in this order")
        .forAccounts()
        .takes(
            query("format", Schema.words(TableController.FORMATS).otherwise("csv"), "Which file."),
            LANG,
            AT)
        .asks(TableBody.class)
        .answers("text/csv", Schema.text())
        .answers("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Schema.BINARY)
        .refuses(401, NOBODY);
    section
        .get("/api/desk/searches", "我的查询", "The searches that the account keeps")
        .forAccounts()
        .answers(DeskController.SearchList.class);
    section
        .put("/api/desk/searches/{name}", "保存查询", "Keep a search under a name")
        .says("One of the same name is replaced.")
        .forAccounts()
        .takes(NAME)
        .asks(DeskController.NewSearch.class)
        .answers(SavedSearch.class)
        .refuses(401, NOBODY)
        .refuses(409, "The account keeps very many already.");
    section
        .delete("/api/desk/searches/{name}", "删除查询", "Forget a search")
        .forAccounts()
        .takes(NAME)
        .answers(204, "It is forgotten.")
        .refuses(401, NOBODY);
    section
        .get("/api/desk/columns", "我的列", "The columns of the account's table")
        .forAccounts()
        .answers(DeskController.ColumnList.class);
    section
        .put("/api/desk/columns", "保存列", "Keep the columns of the account's table")
        .forAccounts()
        .asks(DeskController.ColumnList.class)
        .answers(204, "They are kept.")
        .refuses(401, NOBODY);
  }
}
