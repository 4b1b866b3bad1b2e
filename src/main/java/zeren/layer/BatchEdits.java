package zeren.layer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import zeren.problem.ProblemException;

/**
 * Gives many features of one layer the same values, all of them or none, in one change set. What
 * else is known of them stays, the end of their period included.
 */
@Service
public class BatchEdits {

  /** Features that can be edited at once. */
  public static final int MOST = 10_000;

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final LayerWriting writing;
  private final FeatureVersionRepository repository;

  BatchEdits(LayerWriting writing, FeatureVersionRepository repository) {
    this.writing = writing;
    this.repository = repository;
  }

  /**
   * What shall be so.
   *
   * @param expected the version of each feature that the edit is based on, by id; null for
   *     whichever there is, which is for looking ahead only
   * @param values by field name; null takes a value away
   * @param from first day on which it is so
   */
  public record Edit(
      Map<String, @Nullable Integer> expected,
      Map<String, @Nullable Object> values,
      LocalDate from) {}

  /**
   * What an edit does to one feature.
   *
   * @param version the one that the edit is based on
   * @param changes field by field; empty when all of it was so already
   */
  public record Edited(String id, String name, int version, List<FieldChange> changes) {}

  /**
   * Records the edit.
   *
   * @throws ProblemException 403 when one of them is not for this account to change, 412 that names
   *     the features that are another version by now, 409 those that something is known of for a
   *     later day
   * @throws DraftException when a value does not fit the layer
   * @throws LayerBusyException when an import is being written to the layer
   */
  public Recorded<List<Edited>> record(LayerDeclaration layer, Edit edit, Viewer by) {
    return writing.write(
        layer.id(),
        ChangeNote.of(ChangeKind.EDIT, by),
        PATIENCE,
        change -> edit(layer, edit, change));
  }

  /** The same with the same answers, and nothing is recorded. */
  public List<Edited> rehearse(LayerDeclaration layer, Edit edit, Viewer by) {
    return writing.rehearse(
        layer.id(), ChangeNote.of(ChangeKind.EDIT, by), change -> edit(layer, edit, change));
  }

  private List<Edited> edit(LayerDeclaration layer, Edit edit, LayerChange change) {
    change.requireRightTo(List.copyOf(edit.expected().keySet()), edit.from());
    Map<String, FeatureVersion> known = new HashMap<>();
    TreeSet<String> later = new TreeSet<>();
    for (FeatureVersion version : repository.findKnown(layer.id(), edit.expected().keySet())) {
      if (version.validFrom().isAfter(edit.from())) {
        later.add(version.id());
      } else if (version.isSoOn(edit.from())) {
        known.put(version.id(), version);
      }
    }
    requireExpected(edit, known);
    if (!later.isEmpty()) {
      throw refusal(
          HttpStatus.CONFLICT,
          "known-ahead",
          "Something is known of a later day",
          "Of these features something is recorded already for a day after %s, which this edit would"
                  .formatted(edit.from())
              + " not reach: ",
          later);
    }
    List<FeatureDraft> drafts = new ArrayList<>();
    List<Edited> edited = new ArrayList<>();
    for (String id : edit.expected().keySet()) {
      FeatureVersion version = Objects.requireNonNull(known.get(id));
      drafts.add(draft(version, edit));
      edited.add(new Edited(id, name(layer, version), version.version(), changes(version, edit)));
    }
    change.record(drafts);
    return edited;
  }

  private static void requireExpected(Edit edit, Map<String, FeatureVersion> known) {
    TreeSet<String> others = new TreeSet<>();
    edit.expected()
        .forEach(
            (id, expected) -> {
              FeatureVersion version = known.get(id);
              if (version == null || (expected != null && expected != version.version())) {
                others.add(id);
              }
            });
    if (!others.isEmpty()) {
      throw refusal(
          HttpStatus.PRECONDITION_FAILED,
          "version-conflict",
          "Somebody else was faster",
          "These features were changed or ended since they were read: ",
          others);
    }
  }

  private static ProblemException refusal(
      HttpStatus status, String slug, String title, String reason, TreeSet<String> ids) {
    List<String> some = ids.stream().limit(20).toList();
    return new ProblemException(
            status, slug, title, reason + String.join(", ", some) + ". Nothing was changed.")
        .with("ids", List.copyOf(ids));
  }

  private static FeatureDraft draft(FeatureVersion version, Edit edit) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(version.properties());
    values.putAll(edit.values());
    return new FeatureDraft(
        version.layer(),
        version.id(),
        version.geometry(),
        values,
        edit.from(),
        version.validTo(),
        version.source());
  }

  private static List<FieldChange> changes(FeatureVersion version, Edit edit) {
    List<FieldChange> changes = new ArrayList<>();
    edit.values()
        .forEach(
            (field, value) -> {
              Object before = version.properties().get(field);
              if (!Objects.equals(before, value)) {
                changes.add(new FieldChange(field, before, value));
              }
            });
    return changes;
  }

  private static String name(LayerDeclaration layer, FeatureVersion version) {
    Object name = version.properties().get(layer.name());
    return name == null ? version.id() : name.toString();
  }
}
