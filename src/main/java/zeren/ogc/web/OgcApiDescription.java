package zeren.ogc.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.GeoJsonSchema;
import zeren.openapi.OgcDescription;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** The OGC APIs in the description of the whole service, where a collection is any. */
@Component
@Order(6)
class OgcApiDescription implements ApiDescription {

  private final ObjectProvider<OgcDescription> descriptions;

  OgcApiDescription(ObjectProvider<OgcDescription> descriptions) {
    this.descriptions = descriptions;
  }

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("标准接口", "OGC API");
    Schema feature =
        api.name(
            "AnyFeature",
            FeatureSchemas.feature(GeoJsonSchema.GEOMETRY.orNull(), Schema.map(Schema.ANY)));
    OgcDescription.Collection any =
        new OgcDescription.Collection(
            "/ogc/collections/{layer}",
            List.of(Parameter.path("layer", "Id of a layer.")),
            List.of(Parameter.fields("the layer")),
            List.of(Parameter.fields("the layer, with its id and a dot before them")),
            feature,
            api.name("AnyFeatures", FeatureSchemas.features(feature)),
            true);
    descriptions
        .orderedStream()
        .forEach(
            description -> {
              description.describe(section);
              description.describe(section, any);
            });
  }
}
