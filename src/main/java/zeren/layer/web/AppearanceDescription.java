package zeren.layer.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Parameter;

/** What layers are called and how they are drawn. */
@Component
@Order(11)
class AppearanceDescription implements ApiDescription {

  private static final Parameter LAYER = Parameter.path("layer", "Id of a layer.");

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("运行", "Operation");
    section
        .get("/api/operation/appearances/{layer}", "图层显示", "Titles and drawing of a layer")
        .forAdministrators()
        .takes(LAYER)
        .answers(AppearanceController.AppearanceBody.class);
    section
        .put("/api/operation/appearances/{layer}", "修改图层显示", "Change titles and drawing")
        .says("It lies over the declaration; what is left out is as declared.")
        .forAdministrators()
        .takes(LAYER, Parameter.header("If-Match", "ETag that was looked at, such as \"0\"."))
        .asks(AppearanceController.ChangedAppearance.class)
        .answers(AppearanceController.AppearanceBody.class)
        .refuses(412, "It has been changed since.")
        .refuses(428, "If-Match was not sent.");
  }
}
