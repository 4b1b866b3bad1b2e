package zeren.ogc.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.OFFSET;
import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.GeoJsonSchema;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** OGC API in short; its own description is told by the service itself. */
@Component
@Order(6)
class OgcDescription implements ApiDescription {

  @Override
  public void describe(Api api) {
    api.section("OGC API", "OGC API")
        .get("/ogc/collections/{layer}/items", "要素列表", "The features of a layer")
        .takes(
            Parameter.path("layer", "Id of a layer."),
            query("bbox", Schema.text(), "West, south, east, north in degrees."),
            AT,
            query("where", Schema.text(), "Filter as CQL2 text."),
            query("q", Schema.text(), "A part of a name or an id."),
            Parameter.limit(10_000, 100),
            OFFSET,
            Parameter.fields("the layer"))
        .answers(GeoJsonSchema.MEDIA_TYPE, ItemsController.Items.class);
  }
}
