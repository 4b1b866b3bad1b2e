package zeren.responsibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import zeren.responsibility.FeatureRef;
import zeren.responsibility.Finding;
import zeren.responsibility.FindingContent;

/**
 * A finding as JSON. Areas are square metres to two decimals, distances metres to millimetres.
 *
 * @param bbox west, south, east, north in degrees
 * @param history only of a single finding
 * @param geometry only of a single finding
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingBody(
    long id,
    String kind,
    String state,
    @JsonProperty("new") boolean fresh,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable Instant resolvedAt,
    @Nullable Instant acceptedAt,
    @Nullable String acceptedBy,
    @Nullable String reason,
    @Nullable String layer,
    @Nullable FeatureRef subject,
    List<FeatureRef> others,
    @Nullable String level,
    @Nullable District district,
    @Nullable District zone,
    @JsonProperty("area_m2") @Nullable Double area,
    @Nullable Integer sites,
    @Nullable Integer enterprises,
    @Nullable Map<String, Integer> objects,
    @Nullable String role,
    @Nullable String topic,
    @Nullable Map<String, String> recorded,
    @Nullable Map<String, String> computed,
    @Nullable String verdict,
    @Nullable Double distanceToEdge,
    @Nullable Double lon,
    @Nullable Double lat,
    double @Nullable [] bbox,
    @Nullable List<Finding.Event> history,
    @Nullable Geometry geometry) {

  record District(String id, String name) {

    static @Nullable District of(@Nullable FeatureRef feature) {
      return feature == null ? null : new District(feature.id(), feature.name());
    }
  }

  static FindingBody of(Finding finding) {
    return of(finding, null, null);
  }

  static FindingBody whole(Finding finding, List<Finding.Event> history) {
    return of(finding, history, finding.geometry());
  }

  private static FindingBody of(
      Finding finding, @Nullable List<Finding.Event> history, @Nullable Geometry geometry) {
    FindingContent content = finding.content();
    Finding.Acceptance acceptance = finding.acceptance();
    boolean area = content.area() != null;
    return new FindingBody(
        finding.id(),
        finding.kind().code(),
        finding.state().code(),
        finding.fresh(),
        finding.firstSeen(),
        finding.lastSeen(),
        finding.resolvedAt(),
        acceptance == null ? null : acceptance.at(),
        acceptance == null ? null : acceptance.by(),
        acceptance == null ? null : acceptance.reason(),
        content.layer(),
        content.subject(),
        content.others(),
        content.level(),
        District.of(content.district()),
        District.of(content.zone()),
        rounded(content.area(), 1e2),
        area ? content.objects().getOrDefault("site", 0) : null,
        area ? content.objects().getOrDefault("enterprise", 0) : null,
        area ? content.objects() : null,
        content.role(),
        content.topic(),
        content.recorded().isEmpty() ? null : content.recorded(),
        content.computed().isEmpty() ? null : content.computed(),
        content.verdict(),
        rounded(content.distance(), 1e3),
        rounded(content.lon(), 1e9),
        rounded(content.lat(), 1e9),
        finding.geometry() == null ? null : box(finding.geometry().getEnvelopeInternal()),
        history,
        geometry);
  }

  private static @Nullable Double rounded(@Nullable Double value, double steps) {
    return value == null ? null : Double.valueOf(Math.round(value * steps) / steps);
  }

  private static double[] box(Envelope box) {
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }
}
