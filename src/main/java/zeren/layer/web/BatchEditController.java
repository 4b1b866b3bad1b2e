package zeren.layer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import zeren.layer.BatchEdits;
import zeren.layer.BatchEdits.Edited;
import zeren.layer.ChangeKind;
import zeren.layer.ChangeSet;
import zeren.layer.DraftException;
import zeren.layer.FeatureReader;
import zeren.layer.FeatureStore;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.Precondition;
import zeren.layer.Recorded;
import zeren.layer.UndoConflictException;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** Edits of many features at once, and taking edits back. */
@RestController
@RequestMapping("/api/layers/{layer}")
class BatchEditController {

  private final LayerCatalog catalog;
  private final BatchEdits edits;
  private final FeatureStore store;
  private final FeatureReader reader;
  private final Clock clock;

  BatchEditController(
      LayerCatalog catalog,
      BatchEdits edits,
      FeatureStore store,
      FeatureReader reader,
      Clock clock) {
    this.catalog = catalog;
    this.edits = edits;
    this.store = store;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * @param change the change set; null when nothing was recorded
   * @param changed how many features are another than before
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record EditAnswer(
      boolean dryRun, @Nullable Long change, int changed, int unchanged, List<Edited> features) {}

  /**
   * @param change the change set that took the other one back
   * @param features how many it touched
   */
  record Undone(long change, long features) {}

  @PostMapping("/edits")
  EditAnswer edit(
      @PathVariable String layer,
      @RequestBody BatchEditBody body,
      Viewer viewer,
      HttpServletRequest request) {
    viewer.editor();
    QueryParameters.of(request).allowOnly(List.of());
    LayerDeclaration declaration = catalog.getDeclaration(layer, viewer);
    BatchEdits.Edit edit = body.read(declaration, reader, LocalDate.now(clock));
    if (body.isDryRun()) {
      return answer(
          true, new Recorded<>(0, orRefused(() -> edits.rehearse(declaration, edit, viewer))));
    }
    return answer(false, orRefused(() -> edits.record(declaration, edit, viewer)));
  }

  private static <T> T orRefused(Supplier<T> edit) {
    try {
      return Precondition.orBusy(edit);
    } catch (DraftException e) {
      throw FeatureReader.refused(e);
    }
  }

  private static EditAnswer answer(boolean dryRun, Recorded<List<Edited>> recorded) {
    List<Edited> features = recorded.result();
    int changed = (int) features.stream().filter(one -> !one.changes().isEmpty()).count();
    return new EditAnswer(
        dryRun,
        recorded.changeSet() == 0 ? null : recorded.changeSet(),
        changed,
        features.size() - changed,
        features);
  }

  /** Takes one change set of edits back, or the taking back itself. */
  @PostMapping("/changes/{change}/undo")
  Undone undo(
      @PathVariable String layer,
      @PathVariable String change,
      Viewer viewer,
      HttpServletRequest request) {
    viewer.editor();
    QueryParameters.of(request).allowOnly(List.of());
    ChangeSet set = catalog.getChange(layer, change, viewer);
    if (set.kind() == ChangeKind.IMPORT || set.kind() == ChangeKind.REFERENCE) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "not-an-edit",
          "This is no edit",
          "Change %s is an import or what the installation began with; an import is taken back at"
                  .formatted(change)
              + " /api/imports/{id}/undo.");
    }
    try {
      Recorded<Long> undone = Precondition.orBusy(() -> store.undo(set.id(), viewer));
      return new Undone(undone.changeSet(), undone.result());
    } catch (UndoConflictException e) {
      throw new ProblemException(
              HttpStatus.CONFLICT,
              "changed-since",
              "Some of it was changed since",
              "Features of this change were changed after it: %s. Nothing was taken back."
                  .formatted(String.join(", ", e.ids())))
          .with("ids", e.ids());
    }
  }
}
