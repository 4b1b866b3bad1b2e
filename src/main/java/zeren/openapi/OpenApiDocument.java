package zeren.openapi;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI 3.1 document of the whole service. It is made when it is first asked for, and is the
 * same for everybody: it names no layer.
 */
@Component
public class OpenApiDocument {

  private static final String ABOUT =
      """
      坐标一律为 EPSG:4490（CGCS2000）经纬度，另有参数说明的除外；距离单位米，方位角自正北顺时针以度计，日期按 ISO 8601。\
      不认识的查询参数答 400。有哪些图层和字段见 /api/layers；调用者无权看的，一律当作不存在。

      Coordinates are longitude and latitude in EPSG:4490 (CGCS2000) unless a parameter says otherwise, distances \
      metres, bearings degrees clockwise from north, days ISO 8601. Unknown query parameters get 400. Which layers \
      there are, and their fields, is told by /api/layers: whatever the caller may not see does not exist.""";

  private final ObjectProvider<ApiDescription> descriptions;
  private final JsonMapper json;
  private final BuildProperties build;
  private volatile byte @Nullable [] written;

  OpenApiDocument(
      ObjectProvider<ApiDescription> descriptions, JsonMapper json, BuildProperties build) {
    this.descriptions = descriptions;
    this.json = json;
    this.build = build;
  }

  /** As JSON in UTF-8. */
  public byte[] bytes() {
    byte[] made = written;
    if (made == null) {
      // Two who come first at the same time write the same.
      made = write();
      written = made;
    }
    return made;
  }

  private byte[] write() {
    Api api = new Api();
    descriptions.orderedStream().forEach(description -> description.describe(api));
    return ApiDocument.write("3.1.0", "", String.valueOf(build.getVersion()), ABOUT, api, json);
  }
}
