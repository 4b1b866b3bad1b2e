package zeren.responsibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/**
 * What an audit found this time.
 *
 * @param key tells within its kind that it is the same thing again; null for areas, which are the
 *     same again when they overlap
 * @param geometry the area, in EPSG:4490; null when it is about none
 */
record FindingDraft(
    FindingKind kind, @Nullable String key, FindingContent content, @Nullable Geometry geometry) {

  static Builder of(FindingKind kind) {
    return new Builder(kind);
  }

  /** Puts one together; what is not said stays empty. */
  static final class Builder {
    private final FindingKind kind;
    private @Nullable String key;
    private @Nullable String layer;
    private @Nullable FeatureRef subject;
    private final List<FeatureRef> others = new ArrayList<>();
    private @Nullable String level;
    private @Nullable FeatureRef district;
    private @Nullable FeatureRef zone;
    private @Nullable Double area;
    private @Nullable Double width;
    private Map<String, Integer> objects = Map.of();
    private @Nullable String role;
    private @Nullable String topic;
    private final Map<String, String> recorded = new LinkedHashMap<>();
    private final Map<String, String> computed = new LinkedHashMap<>();
    private @Nullable String verdict;
    private @Nullable Double distance;
    private @Nullable Coordinate place;
    private @Nullable Geometry geometry;

    private Builder(FindingKind kind) {
      this.kind = kind;
    }

    /** The same parts make the same key; null is a part as well. */
    Builder key(@Nullable Object... parts) {
      List<String> texts = new ArrayList<>();
      for (Object part : parts) {
        texts.add(Objects.toString(part, "").replace("\\", "\\\\").replace("|", "\\|"));
      }
      key = String.join("|", texts);
      return this;
    }

    /** About a feature, which also says where. */
    Builder subject(LayerView view, int row) {
      subject = AuditDay.ref(view, row);
      layer = subject.layer();
      if (view.declaration().geometry() != GeometryType.NONE) {
        place = CoverageObjects.place(view, row);
      }
      return this;
    }

    /** About a feature that is not there. */
    Builder subject(FeatureRef gone) {
      subject = gone;
      layer = gone.layer();
      return this;
    }

    /** Degrees. */
    Builder at(double lon, double lat) {
      place = new Coordinate(lon, lat);
      return this;
    }

    Builder layer(String id) {
      layer = id;
      return this;
    }

    Builder others(List<FeatureRef> features) {
      others.addAll(features);
      return this;
    }

    Builder level(@Nullable String code) {
      level = code;
      return this;
    }

    Builder district(@Nullable FeatureRef county, @Nullable FeatureRef developmentZone) {
      district = county;
      zone = developmentZone;
      return this;
    }

    Builder area(Geometry shape, double squareMetres, double metresWide) {
      geometry = shape;
      area = squareMetres;
      width = metresWide;
      place = shape.getInteriorPoint().getCoordinate();
      return this;
    }

    Builder objects(Map<String, Integer> counts) {
      objects = counts;
      return this;
    }

    Builder role(String code, String topics) {
      role = code;
      topic = topics;
      return this;
    }

    Builder recorded(String of, String value) {
      recorded.put(of, value);
      return this;
    }

    Builder computed(String of, String value) {
      computed.put(of, value);
      return this;
    }

    Builder verdict(String code) {
      verdict = code;
      return this;
    }

    Builder distance(double metres) {
      distance = metres;
      return this;
    }

    FindingDraft build() {
      FindingContent content =
          new FindingContent(
              layer,
              subject,
              others,
              level,
              district,
              zone,
              area,
              width,
              objects,
              role,
              topic,
              recorded,
              computed,
              verdict,
              distance,
              place == null ? null : place.getX(),
              place == null ? null : place.getY());
      return new FindingDraft(kind, key, content, geometry);
    }
  }
}
