package zeren.layer;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import zeren.problem.ProblemException;

/** What one writer may change in one layer. */
final class WriteGuard {

  private final LayerDeclaration layer;

  /** Where features must lie; null for anywhere. */
  private final @Nullable ScopeAreas areas;

  private WriteGuard(LayerDeclaration layer, @Nullable ScopeAreas areas) {
    this.layer = layer;
    this.areas = areas;
  }

  /**
   * @param areas where the writer's scope lies; null when it has no end
   * @throws ProblemException 403 when the writer may not edit the layer at all
   */
  static WriteGuard of(LayerDeclaration layer, Viewer writer, @Nullable ScopeAreas areas) {
    if (!writer.mayEdit(layer)) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "forbidden",
          "Forbidden",
          "This account may not change layer '%s'.".formatted(layer.id()));
    }
    return new WriteGuard(layer, areas);
  }

  /** Whether the writer may change every feature of the layer. */
  boolean isOpen() {
    return areas == null;
  }

  private boolean allows(Geometry geometry) {
    return areas == null || (!geometry.isEmpty() && areas.hold(geometry));
  }

  /** Whether the feature may be changed. */
  boolean allows(FeatureVersion known) {
    return allows(known.geometry());
  }

  /** Whether the feature may be recorded so; what is known of it is another question. */
  boolean allows(FeatureDraft draft) {
    return allows(draft.geometry());
  }

  /**
   * @param known what is known of the features that are to be changed
   * @throws ProblemException 403 when one of them is not for this writer
   */
  void check(Collection<FeatureVersion> known) {
    known.forEach(this::check);
  }

  /**
   * @throws ProblemException 403 when the feature is not for this writer
   */
  void check(FeatureVersion known) {
    require(allows(known), known.id());
  }

  /**
   * @throws ProblemException 403 when one of them is not for this writer
   */
  void checkDrafts(List<FeatureDraft> drafts) {
    for (FeatureDraft draft : drafts) {
      require(allows(draft), draft.id());
    }
  }

  /** Says the same whether it is the place that is meant or a feature that is hidden. */
  private void require(boolean allowed, String id) {
    if (!allowed) {
      throw new ProblemException(
              HttpStatus.FORBIDDEN,
              "out-of-scope",
              "Out of scope",
              "Feature '%s' of layer '%s' is not within the scope of this account. Nothing was changed."
                  .formatted(id, layer.id()))
          .with("layer", layer.id())
          .with("id", id);
    }
  }
}
