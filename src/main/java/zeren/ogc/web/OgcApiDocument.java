package zeren.ogc.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zeren.filter.FieldFilter;
import zeren.filter.Queryables;
import zeren.filter.Queryables.Queryable;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Title;
import zeren.openapi.Api;
import zeren.openapi.ApiDocument;
import zeren.openapi.GeoJsonSchema;
import zeren.openapi.OgcDescription;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/**
 * The OpenAPI 3.0 document of the OGC APIs: the addresses of each collection that a viewer may see,
 * with its fields as parameters.
 */
@Component
class OgcApiDocument {

  private static final String ABOUT =
      """
      符合 OGC API Features 与 OGC API Tiles 标准的接口；调用者无权看的图层和字段不在其中。

      OGC API Features and OGC API Tiles. Layers and fields that the caller may not see are not in it.""";

  /** There is one for each kind of rights, as long as the declarations stay the same. */
  private static final int KEPT = 8;

  private final ObjectProvider<OgcDescription> descriptions;
  private final JsonMapper json;
  private final BuildProperties build;
  private final Cache<List<Seen>, byte[]> written = Caffeine.newBuilder().maximumSize(KEPT).build();

  OgcApiDocument(
      ObjectProvider<OgcDescription> descriptions, JsonMapper json, BuildProperties build) {
    this.descriptions = descriptions;
    this.json = json;
    this.build = build;
  }

  /** All that the document depends on: what is declared, as far as a viewer may see it. */
  private record Seen(LayerDeclaration layer, List<LayerField> fields) {

    static Seen of(LayerView view) {
      return new Seen(view.declaration(), view.fields());
    }
  }

  /**
   * Made once for all who see the same.
   *
   * @param views what the viewer may see
   * @return as JSON in UTF-8
   */
  byte[] bytes(List<LayerView> views) {
    return written.get(views.stream().map(Seen::of).toList(), unused -> write(views));
  }

  private byte[] write(List<LayerView> views) {
    List<OgcDescription> parts = descriptions.orderedStream().toList();
    Api api = new Api();
    Api.Section common = api.section("服务", "Service");
    parts.forEach(part -> part.describe(common));
    for (LayerView view : views) {
      Title title = view.declaration().title();
      Api.Section section = api.section(title.zh(), title.en());
      OgcDescription.Collection collection = collection(view, api);
      parts.forEach(part -> part.describe(section, collection));
    }
    return ApiDocument.write("3.0.3", "/ogc", String.valueOf(build.getVersion()), ABOUT, api, json);
  }

  private static OgcDescription.Collection collection(LayerView view, Api api) {
    String id = view.declaration().id();
    Schema feature = api.name("feature." + id, feature(view));
    return new OgcDescription.Collection(
        "/ogc/collections/" + id,
        List.of(),
        queryables(view),
        fields(view, id + "."),
        feature,
        api.name("features." + id, FeatureSchemas.features(feature)),
        view.declaration().geometry() != GeometryType.NONE);
  }

  private static List<Parameter> queryables(LayerView view) {
    List<Parameter> parameters = fields(view, "");
    for (Queryable period : QueryableFilter.periods(view)) {
      parameters.add(parameter(period.name(), period));
    }
    return parameters;
  }

  private static Parameter parameter(String name, Queryable queryable) {
    return Parameter.query(
        name,
        Schema.list(new Schema(Schemas.property(queryable, "zh"))),
        queryable.title().zh() + " " + queryable.title().en());
  }

  private static List<Parameter> fields(LayerView view, String prefix) {
    List<Parameter> parameters = new ArrayList<>();
    List<String> filters = FieldFilter.parameterNames(view, prefix);
    for (LayerField field : view.fields()) {
      String name = prefix + field.name();
      if (filters.contains(name) && !ItemsQuestion.OWN.contains(name)) {
        parameters.add(parameter(name, Queryables.of(field)));
      }
    }
    return parameters;
  }

  private static Schema feature(LayerView view) {
    Map<String, Schema> properties = new LinkedHashMap<>();
    view.fields().forEach(field -> properties.put(field.name(), schema(field)));
    return FeatureSchemas.feature(
        view.declaration().geometry() == GeometryType.NONE
            ? Schema.map(Schema.ANY).with("nullable", true)
            : GeoJsonSchema.GEOMETRY,
        Schema.object(properties, List.of()));
  }

  private static Schema schema(LayerField field) {
    return new Schema(Schemas.property(Queryables.of(field), "zh"));
  }
}
