package zeren.layer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A version of a feature as GeoJSON.
 *
 * @param geometry null in a table
 * @param validTo first day on which it was no longer so; null while it still is
 * @param supersededAt when a later recording replaced this one; null while this is what is known
 * @param source the coordinates as they were given; null when that was in EPSG:4490
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FeatureBody(
    String type,
    String id,
    @Nullable Geometry geometry,
    Map<String, @Nullable Object> properties,
    int version,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    Instant recordedAt,
    String recordedBy,
    @Nullable Instant supersededAt,
    @Nullable SourcePositionBody source) {

  public record SourcePositionBody(String crs, String wkt) {}

  public static FeatureBody of(FeatureVersion version) {
    var source = version.source();
    return new FeatureBody(
        "Feature",
        version.id(),
        version.geometry().isEmpty() ? null : version.geometry(),
        version.properties(),
        version.version(),
        version.validFrom(),
        version.validTo(),
        version.recordedAt(),
        version.recordedBy(),
        version.supersededAt(),
        source == null ? null : new SourcePositionBody(source.crs(), source.wkt()));
  }
}
