package zeren.operation.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.operation.ServiceHealth;

/** What whoever runs the service looks after. */
@Component
@Order(11)
class OperationDescription implements ApiDescription {

  @Override
  public void describe(Api api) {
    api.section("运行", "Operation")
        .get("/api/operation/health", "运行状况", "How the service fares")
        .forAdministrators()
        .answers(ServiceHealth.class);
  }
}
