package zeren.ogc.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.LANG;
import static zeren.openapi.Parameter.query;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.OgcDescription;
import zeren.openapi.Operation;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** Collections and their features. */
@Component
@Order(1)
class FeaturesDescription implements OgcDescription {

  static final Parameter F =
      query(
          "f",
          Schema.words("json", "html"),
          "What is answered; as the header Accept has it when left out.");

  private static final Schema JSON_SCHEMA = Schema.map(Schema.ANY);
  private static final Parameter ID = Parameter.path("id", "Id of a feature, percent-encoded.");
  private static final Parameter CRS =
      query(
          "crs", Schema.text(), "URI of the coordinate system of the answer; CRS84 when left out.");
  private static final Parameter DATETIME =
      query(
          "datetime",
          Schema.text(),
          "A day, an instant or an interval in which the features are so, such as 2026-01-01/..;"
              + " today when left out.");
  private static final Parameter CONTENT_CRS =
      Parameter.header(
          "Content-Crs", "URI of the coordinate system of the body; CRS84 when left out.");
  private static final Parameter IF_MATCH =
      Parameter.header("If-Match", "ETag of the version that was edited, such as \"3\".");

  @Override
  public void describe(Api.Section section) {
    both(section.get("/ogc", "入口", "Where a client begins"), LandingController.Landing.class);
    section
        .get("/ogc/api", "OGC 接口文档", "Description of the OGC APIs, by OpenAPI 3.0")
        .takes(F, LANG)
        .answers(Link.OPENAPI, Schema.map(Schema.ANY))
        .answers(Link.HTML, Schema.text());
    both(
        section.get("/ogc/conformance", "遵循的标准", "Conformance classes"),
        LandingController.Declaration.class);
    both(
        section.get("/ogc/collections", "数据集", "The collections"),
        CollectionsController.Collections.class);
  }

  private static void both(Operation operation, Class<?> body) {
    operation.takes(F, LANG).answers(body).answers(Link.HTML, Schema.text());
  }

  @Override
  public void describe(Api.Section section, Collection collection) {
    String path = collection.path();
    both(
        section.get(path, "数据集说明", "The collection").takes(collection.parameters()),
        CollectionBody.class);
    section
        .get(path + "/queryables", "可查询的属性", "The names that filters may use")
        .takes(collection.parameters())
        .takes(F, LANG)
        .answers(Link.SCHEMA, JSON_SCHEMA)
        .answers(Link.HTML, Schema.text());
    section
        .get(path + "/schema", "要素的结构", "What a feature is made of")
        .takes(collection.parameters())
        .takes(LANG)
        .answers(Link.SCHEMA, JSON_SCHEMA);
    read(section, collection);
    create(section, collection);
    edit(section, collection);
  }

  private static void read(Api.Section section, Collection collection) {
    section
        .get(collection.path() + "/items", "要素列表", "Features of the collection")
        .takes(collection.parameters())
        .takes(
            Parameter.limit(ItemsPage.MOST, ItemsPage.USUAL),
            query(
                "bbox",
                Schema.list(Schema.number()).with("minItems", 4).with("maxItems", 6),
                "Only features that meet the box: its lower corner, then its upper one; lon,lat,lon,lat"
                    + " unless bbox-crs says otherwise."),
            query("bbox-crs", Schema.text(), "URI of the coordinate system of bbox."),
            CRS,
            DATETIME,
            AT,
            query(
                ItemsQuestion.FILTER,
                Schema.text(),
                "Only features that pass this filter of CQL2; queryables says what it may name."),
            query(
                ItemsQuestion.FILTER_LANG,
                Schema.words(ItemsQuestion.LANGUAGES),
                "What the filter is written in; cql2-text when left out."),
            query(
                ItemsQuestion.FILTER_CRS,
                Schema.text(),
                "URI of the coordinate system of the geometries in the filter; CRS84 when left out."),
            query("where", Schema.text(), "The same as filter, as CQL2 text."),
            query(
                QueryableFilter.ID,
                Schema.list(Schema.text()),
                "Only the features with these ids."),
            query("q", Schema.text(), "A part of a name or an id."),
            query(ItemsPage.AFTER, Schema.text(), "Only features whose id comes after this one."),
            query(ItemsPage.BEFORE, Schema.text(), "Only features whose id comes before this one."),
            Parameter.OFFSET,
            F,
            LANG)
        .takes(collection.fields())
        .answers(Link.GEOJSON, collection.features())
        .answers(Link.HTML, Schema.text())
        .answers(304, "The features are as the caller has them by their ETag.");
    section
        .get(collection.path() + "/items/{id}", "要素", "A feature of the collection")
        .takes(collection.parameters())
        .takes(ID, CRS, DATETIME, AT, F, LANG)
        .answers(Link.GEOJSON, collection.feature())
        .answers(Link.HTML, Schema.text());
  }

  private static void create(Api.Section section, Collection collection) {
    section
        .options(collection.path() + "/items", "可用的方法", "Which methods there are")
        .takes(collection.parameters())
        .answers(200, "The header Allow names them.");
    section
        .post(collection.path() + "/items", "新增要素", "Record a feature, or several at once or none")
        .forEditors()
        .takes(collection.parameters())
        .takes(CONTENT_CRS)
        .asks(
            Link.GEOJSON,
            new Schema(Map.of("oneOf", List.of(collection.feature(), collection.features()))))
        .answers(201, Link.GEOJSON, collection.feature())
        .answers(201, Link.JSON, CreateController.Created.class)
        .refuses(409, "One of the features is there already; nothing was recorded.")
        .refuses(413, "The body is too large.")
        .refuses(415, "The body is of another media type.")
        .refuses(503, "An import is being written to the layer, or the database is away.");
  }

  private static void edit(Api.Section section, Collection collection) {
    String path = collection.path() + "/items/{id}";
    section
        .options(path, "可用的方法", "Which methods there are")
        .takes(collection.parameters())
        .takes(ID)
        .answers(200, "The header Allow names them.");
    conflicts(
            section
                .put(path, "替换要素", "Replace a feature")
                .takes(collection.parameters())
                .takes(ID, CONTENT_CRS, IF_MATCH)
                .takes(Parameter.header("If-None-Match", "* for a feature that shall be new."))
                .asks(Link.GEOJSON, collection.feature())
                .answers(Link.GEOJSON, collection.feature())
                .answers(201, Link.GEOJSON, collection.feature()))
        .refuses(409, "Something is recorded already for a later day.")
        .refuses(413, "The body is too large.")
        .refuses(415, "The body is of another media type.");
    conflicts(
            section
                .patch(path, "修改要素", "Change some of a feature")
                .takes(collection.parameters())
                .takes(ID, CONTENT_CRS, IF_MATCH)
                .asks(EditRequest.PATCHES.get(0), Schema.map(Schema.ANY))
                .answers(Link.GEOJSON, collection.feature()))
        .refuses(409, "Something is recorded already for a later day.")
        .refuses(413, "The body is too large.")
        .refuses(415, "The body is of another media type.");
    conflicts(
        section
            .delete(path, "终止要素", "End a feature's period today")
            .takes(collection.parameters())
            .takes(ID, IF_MATCH)
            .answers(204, "It ends today; its history stays."));
  }

  private static Operation conflicts(Operation operation) {
    return operation
        .forEditors()
        .refuses(412, "Somebody else recorded another version meanwhile; it is in the answer.")
        .refuses(428, "If-Match was not sent.")
        .refuses(503, "An import is being written to the layer, or the database is away.");
  }
}
