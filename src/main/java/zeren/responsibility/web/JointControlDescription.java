package zeren.responsibility.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.LANG;
import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.format.FileFormat;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** Joint control of zones. */
@Component
@Order(1)
class JointControlDescription implements ApiDescription {

  private static final Parameter LAYER = Parameter.path("layer", "Id of a layer of points.");
  private static final Parameter RADIUS =
      query(
          "radius",
          Schema.number(JointControlController.LEAST_RADIUS, JointControlController.MOST_RADIUS),
          "Metres on the ellipsoid; as the layer declares when left out, else 3000.");

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("责任", "Responsibility");
    section
        .get("/api/zones/{layer}/{id}/joint-control", "联合管控", "All who are responsible in a zone")
        .says("html leads on to a page that can be printed.")
        .forAccounts()
        .takes(
            LAYER,
            Parameter.path("id", "Id of a feature, percent-encoded."),
            RADIUS,
            AT,
            WhoDescription.TOPIC,
            query(
                "format",
                Schema.words("json", "xlsx", "html").otherwise("json"),
                "What is answered."),
            LANG)
        .answers(JointControlBody.class)
        .answers(FileFormat.XLSX.mediaType(), Schema.BINARY)
        .answers(303, "The page is at the address in Location.");
    section
        .get("/api/zones/{layer}/joint-control", "联合管控汇总", "All zones of a layer, in one line each")
        .forAccounts()
        .takes(
            LAYER,
            RADIUS,
            AT,
            WhoDescription.TOPIC,
            query("format", Schema.words("json", "xlsx").otherwise("json"), "What is answered."),
            LANG,
            Parameter.fields("the layer"))
        .answers(JointControlController.Zones.class)
        .answers(FileFormat.XLSX.mediaType(), Schema.BINARY);
  }
}
