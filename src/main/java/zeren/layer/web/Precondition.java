package zeren.layer.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureVersion;
import zeren.layer.LayerBusyException;
import zeren.layer.VersionConflictException;
import zeren.problem.ProblemException;

/** Two people who edit one feature: the second one is told, and nothing of either is lost. */
final class Precondition {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

  private Precondition() {}

  /**
   * The version that a header {@code If-Match} names.
   *
   * @throws ProblemException 428 without one, 400 when it is none
   */
  static int version(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ProblemException(
          HttpStatus.PRECONDITION_REQUIRED,
          "precondition-required",
          "The version is missing",
          "Say which version was edited: send its ETag in a header If-Match, or If-None-Match: * for a"
              + " feature that shall be new.");
    }
    Matcher tag = TAG.matcher(ifMatch.trim());
    if (!tag.matches()) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "bad-request",
          "The request cannot be read",
          "If-Match must be the ETag of one version, such as \"3\".");
    }
    return Integer.parseInt(tag.group(1));
  }

  /**
   * Does an edit, and makes problems of what stands against it.
   *
   * @param yours what was to be recorded; null for a deletion
   */
  static void orConflict(Runnable edit, @Nullable FeatureDraft yours) {
    try {
      edit.run();
    } catch (VersionConflictException e) {
      throw conflict(e.current(), yours);
    } catch (LayerBusyException e) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "layer-busy",
          "The layer is being written to",
          "An import is being written to this layer. Nothing was changed; try again in a minute.");
    }
  }

  private static ProblemException conflict(
      @Nullable FeatureVersion current, @Nullable FeatureDraft yours) {
    ProblemException problem =
        new ProblemException(
            HttpStatus.PRECONDITION_FAILED,
            "version-conflict",
            "Somebody else was faster",
            current == null
                ? "The feature has been ended or replaced since it was read. Nothing was changed."
                : "The feature is at version %d by now, recorded by %s. Nothing was changed."
                    .formatted(current.version(), current.recordedBy()));
    if (current != null) {
      problem.with("current", FeatureBody.of(current));
    }
    if (yours != null) {
      problem.with(
          "yours",
          new zeren.layer.GeoJsonFeature(
              yours.id(), yours.geometry(), FeatureRequest.present(yours.properties())));
    }
    return problem;
  }
}
