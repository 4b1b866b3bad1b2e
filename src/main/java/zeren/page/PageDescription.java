package zeren.page;

import static zeren.openapi.Parameter.LANG;
import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Operation;
import zeren.openapi.Schema;

/** The pages for people, and what tells whether the service is well. */
@Component
@Order(10)
class PageDescription implements ApiDescription {

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("页面", "Pages");
    page(section.get("/", "公众地图", "The public map"));
    page(section.get("/login", "登录", "The login page"));
    page(section.get("/api", "接口说明", "This document, to read and to try"))
        .takes(query("document", Schema.words("ogc"), "The description of the OGC APIs instead."));
    String[][] inside = {
      {"/desk", "扬尘办工作台", "The desk of the office"},
      {"/desk/audit", "审计", "Audits"},
      {"/desk/joint-control", "联合管控", "Joint control, for printing"},
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
