package zeren.exchange.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;

/** The extent that imports are checked against. */
@Component
@Order(11)
class ExtentDescription implements ApiDescription {

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("运行", "Operation");
    section
        .get("/api/operation/extent", "城市范围", "Where imports expect features")
        .forAdministrators()
        .answers(ExtentController.ExtentBody.class);
    section
        .put("/api/operation/extent", "设定城市范围", "Choose where imports expect features")
        .forAdministrators()
        .asks(ExtentController.ChosenExtent.class)
        .answers(ExtentController.ExtentBody.class);
    section
        .delete("/api/operation/extent", "撤回城市范围", "Take the choice back")
        .forAdministrators()
        .answers(ExtentController.ExtentBody.class);
  }
}
