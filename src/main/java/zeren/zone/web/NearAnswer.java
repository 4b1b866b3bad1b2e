package zeren.zone.web;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import zeren.layer.LayerView;
import zeren.layer.PropertyWriter;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Find;
import zeren.zone.web.NearBody.ReferredBody;
import zeren.zone.web.NearPage.Part;

/**
 * A page to be written as {@link NearBody.Answer} describes it, straight from the columns: there
 * may be ten thousand finds on it.
 *
 * @param next address of the next page; null on the last one
 */
@JsonSerialize(using = NearAnswer.Writer.class)
record NearAnswer(
    double radius, NearPage page, List<ReferredBody> referred, @Nullable String next) {

  static final class Writer extends ValueSerializer<NearAnswer> {

    @Override
    public void serialize(NearAnswer answer, JsonGenerator json, SerializationContext context) {
      Map<LayerView, PropertyWriter> properties = new IdentityHashMap<>();
      json.writeStartObject();
      json.writeNumberProperty("radius", answer.radius);
      json.writeNumberProperty("total", answer.page.total());
      json.writeArrayPropertyStart("groups");
      for (Part group : answer.page.groups()) {
        json.writeStartObject();
        json.writeName("around");
        write(group.around(), json);
        json.writeNumberProperty("count", group.count());
        json.writeArrayPropertyStart("found");
        for (Find find : group.found()) {
          LayerView view = find.view();
          write(find, properties.computeIfAbsent(view, v -> new PropertyWriter(v, json)), json);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("referred");
      for (ReferredBody one : answer.referred) {
        json.writeStartObject();
        json.writeStringProperty("layer", one.layer());
        json.writeStringProperty("id", one.id());
        json.writeStringProperty("name", one.name());
        json.writeEndObject();
      }
      json.writeEndArray();
      if (answer.next != null) {
        json.writeStringProperty("next", answer.next);
      }
      json.writeEndObject();
    }

    private static void write(Centre centre, JsonGenerator json) {
      json.writeStartObject();
      json.writeStringProperty("layer", centre.layer());
      json.writeStringProperty("id", centre.id());
      json.writeStringProperty("name", centre.name());
      json.writeNumberProperty("lon", NearBody.nanodegrees(centre.at().lon()));
      json.writeNumberProperty("lat", NearBody.nanodegrees(centre.at().lat()));
      json.writeEndObject();
    }

    private static void write(Find find, PropertyWriter properties, JsonGenerator json) {
      json.writeStartObject();
      json.writeStringProperty("layer", find.view().declaration().id());
      json.writeName("id");
      properties.writeId(find.row());
      json.writeStringProperty("name", find.view().name(find.row()));
      json.writeNumberProperty("distance", NearBody.millimetres(find.distance()));
      json.writeNumberProperty("bearing", NearBody.hundredths(find.bearing()));
      json.writeNumberProperty("lon", NearBody.nanodegrees(find.at().lon()));
      json.writeNumberProperty("lat", NearBody.nanodegrees(find.at().lat()));
      json.writeObjectPropertyStart("properties");
      properties.writeMembers(find.row());
      json.writeEndObject();
      json.writeEndObject();
    }
  }
}
