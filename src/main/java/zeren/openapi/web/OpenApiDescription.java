package zeren.openapi.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Schema;

@Component
@Order(11)
class OpenApiDescription implements ApiDescription {

  @Override
  public void describe(Api api) {
    api.section("服务", "Service")
        .get("/api/openapi.json", "接口文档", "This document")
        .answers("application/vnd.oai.openapi+json;version=3.1", Schema.map(Schema.ANY));
  }
}
