package zeren.layer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import zeren.problem.ProblemException;

/** Two people who edit one feature: the second one is told, and nothing of either is lost. */
public final class Precondition {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");
  private static final Pattern OTHER_TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");

  /** No feature has it. */
  private static final int NO_VERSION = 0;

  private Precondition() {}

  /**
   * The version that a header {@code If-Match} names; for a tag that is not ours, one that no
   * feature has.
   *
   * @throws ProblemException 428 without one, 400 when it is none
   */
  public static int version(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ProblemException(
          HttpStatus.PRECONDITION_REQUIRED,
          "precondition-required",
          "The version is missing",
          "Say which version was edited: send its ETag in a header If-Match, or If-None-Match: * for a"
              + " feature that shall be new.");
    }
    Matcher tag = TAG.matcher(ifMatch.trim());
    if (tag.matches()) {
      return Integer.parseInt(tag.group(1));
    }
    if (OTHER_TAG.matcher(ifMatch.trim()).matches()) {
      return NO_VERSION;
    }
    throw new ProblemException(
        HttpStatus.BAD_REQUEST,
        "bad-request",
        "The request cannot be read",
        "If-Match must be the ETag of one version, such as \"3\".");
  }

  /**
   * Does an edit, and makes problems of what stands against it.
   *
   * @param yours what was to be recorded; null for a deletion
   */
  public static void orConflict(Runnable edit, @Nullable FeatureDraft yours) {
    try {
      orBusy(
          () -> {
            edit.run();
            return true;
          });
    } catch (VersionConflictException e) {
      throw conflict(e.current(), yours);
    }
  }

  /**
   * Something else is recorded of the feature for a later day, which nobody sees who edits what is
   * so today.
   *
   * @param day the first day on which that is so
   */
  static ProblemException knownAhead(String id, LocalDate day) {
    return new ProblemException(
            HttpStatus.CONFLICT,
            "known-ahead",
            "Something is known of a later day",
            "Of feature '%s' something else is recorded already from %s on, which this edit would undo."
                    .formatted(id, day)
                + " Nothing was changed; give the edit an end up to that day, or take that back first.")
        .with("ids", List.of(id))
        .with("day", day);
  }

  /** Does an edit, and makes a problem of an import that stands against it. */
  public static <T> T orBusy(Supplier<T> edit) {
    try {
      return edit.get();
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
          "yours", new GeoJsonFeature(yours.id(), yours.geometry(), present(yours.properties())));
    }
    return problem;
  }

  /** The values that are there. */
  private static Map<String, Object> present(Map<String, @Nullable Object> values) {
    Map<String, Object> present = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            present.put(name, value);
          }
        });
    return present;
  }
}
