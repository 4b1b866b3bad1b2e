package zeren.layer.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.CRS;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.layer.FeatureBody;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.GeoJsonSchema;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** Layers, and single features with their versions. */
@Component
@Order(3)
class LayerDescription implements ApiDescription {

  private static final Parameter LAYER = Parameter.path("layer", "Id of a layer.");
  private static final Parameter ID = Parameter.path("id", "Id of a feature, percent-encoded.");
  private static final Parameter IF_MATCH =
      Parameter.header("If-Match", "ETag of the version that was edited, such as \"3\".");

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("图层与要素", "Layers and features");
    section
        .get("/api/layers", "图层目录", "The layers with their fields")
        .answers(LayerController.LayerList.class);
    section
        .get("/api/layers/{layer}/changes", "图层变更记录", "What was recorded in a layer last")
        .takes(LAYER, Parameter.limit(LayerController.MOST_CHANGES, LayerController.CHANGES))
        .answers(LayerController.ChangeList.class);
    section
        .get("/api/layers/{layer}/features/{id}", "要素", "A feature on a day")
        .says(
            "The ETag is the number of its version. While the database is away the feature is answered from"
                + " memory, without version, days and author.")
        .takes(LAYER, ID, AT)
        .answers(FeatureBody.class);
    section
        .get("/api/layers/{layer}/features/{id}/history", "要素历史", "All versions of a feature")
        .takes(LAYER, ID)
        .answers(HistoryBody.class);
    section
        .put("/api/layers/{layer}/features/{id}", "编辑要素", "Record a feature from a day on")
        .says("A new one with If-None-Match: *, a known one with If-Match.")
        .forEditors()
        .takes(
            LAYER,
            ID,
            CRS,
            IF_MATCH,
            Parameter.header("If-None-Match", "* for a feature that shall be new."))
        .asks(GeoJsonSchema.MEDIA_TYPE, GeoJsonSchema.featureToRecord())
        .answers(FeatureBody.class)
        .answers(201, "application/json", FeatureBody.class)
        .refuses(409, "Something is recorded already for a later day.")
        .refuses(412, "Somebody else recorded another version meanwhile; it is in the answer.")
        .refuses(413, "The body is too large.")
        .refuses(428, "Neither If-Match nor If-None-Match was sent.")
        .refuses(503, "An import is being written to the layer, or the database is away.");
    section
        .delete("/api/layers/{layer}/features/{id}", "终止要素", "End a feature's period")
        .forEditors()
        .takes(
            LAYER,
            ID,
            IF_MATCH,
            Parameter.query(
                "validFrom",
                Schema.day(),
                "First day on which it is no longer so; today when left out."))
        .answers(204, "It ends on that day; its history stays.")
        .refuses(412, "Somebody else recorded another version meanwhile; it is in the answer.")
        .refuses(428, "If-Match was not sent.")
        .refuses(503, "An import is being written to the layer, or the database is away.");
    section
        .post("/api/layers/{layer}/edits", "批量编辑", "Give many features the same values")
        .says(
            "All of them or none, in one change set. A dry run tells what would be changed field by field, and the"
                + " versions that the recording must name.")
        .forEditors()
        .takes(LAYER)
        .asks(BatchEditBody.class)
        .answers(BatchEditController.EditAnswer.class)
        .refuses(409, "Something is recorded already for a later day.")
        .refuses(412, "Some of them were changed meanwhile; their ids are in the answer.")
        .refuses(428, "The version of a feature was not sent.")
        .refuses(503, "An import is being written to the layer, or the database is away.");
    section
        .post(
            "/api/layers/{layer}/changes/{change}/undo", "撤销编辑", "Take a change set of edits back")
        .says(
            "What it recorded is superseded, and what it superseded is recorded again. An undo can be undone.")
        .forEditors()
        .takes(LAYER, Parameter.path("change", "Number of a change set of the layer."))
        .answers(BatchEditController.Undone.class)
        .refuses(409, "Some of it was changed since, or it is no edit.")
        .refuses(503, "An import is being written to the layer, or the database is away.");
  }
}
