package zeren.page;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.LANG;
import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Operation;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** The pages for people, and what tells whether the service is well. */
@Component
@Order(10)
class PageDescription implements ApiDescription {

  private static final Parameter CELL = Parameter.path("id", "Id of a cell, percent-encoded.");

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("页面", "Pages");
    page(section.get("/", "公众地图", "The public map"));
    page(section.get("/cell", "网格公示", "The cells that lie in no other")).takes(AT);
    page(section.get("/cell/{id}", "网格公示页", "What is published of a grid cell")).takes(CELL, AT);
    section
        .get("/cell/{id}/share.png", "网格示意图", "A picture of the cell, for links to its page")
        .forBrowsers()
        .takes(CELL)
        .answers("image/png", Schema.BINARY);
    section
        .get("/robots.txt", "爬虫规则", "What search engines may read")
        .forBrowsers()
        .answers("text/plain", Schema.text());
    section
        .get("/sitemap.xml", "站点地图", "The lists of pages for search engines")
        .forBrowsers()
        .answers("application/xml", Schema.text());
    section
        .get("/sitemap/{number}.xml", "网格页清单", "A list of pages of cells")
        .forBrowsers()
        .takes(Parameter.path("number", "From 1 on."))
        .answers("application/xml", Schema.text());
    page(section.get("/login", "登录", "The login page"));
    page(section.get("/api", "接口说明", "This document, to read and to try"))
        .takes(query("document", Schema.words("ogc"), "The description of the OGC APIs instead."));
    String[][] inside = {
      {"/desk", "扬尘办工作台", "The desk of the office"},
      {"/desk/audit", "审计", "Audits"},
      {"/desk/joint-control", "联合管控", "Joint control, for printing"},
      {"/my", "我的网格", "The own area, for a phone"},
      {"/admin", "管理", "Import and layers"},
      {"/account", "我的账号", "One's own account: password, sessions, tokens"}
    };
    for (String[] page : inside) {
      page(section.get(page[0], page[1], page[2])).forAccounts().answers(302, "To the login page.");
    }
    api.section("服务", "Service")
        .get("/actuator/health", "健康状况", "Whether the service is well")
        .forBrowsers()
        .answers("application/vnd.spring-boot.actuator.v3+json", Schema.map(Schema.ANY))
        .answers(503, "It is not.");
  }

  private static Operation page(Operation operation) {
    return operation.forBrowsers().takes(LANG).answers("text/html", Schema.text());
  }
}
