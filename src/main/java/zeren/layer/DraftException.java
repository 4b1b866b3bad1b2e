package zeren.layer;

import java.util.List;

/** Drafts that do not fit their layer, each with the reason. */
public class DraftException extends RuntimeException {

  private final transient List<Refusal> refusals;

  /**
   * @param id the feature
   * @param field the field at fault, or {@code geometry} or {@code id}
   */
  public record Refusal(String id, String field, String reason) {}

  DraftException(String layer, List<Refusal> refusals) {
    super(
        "%d features of layer %s refused, the first: %s"
            .formatted(refusals.size(), layer, refusals.get(0)));
    this.refusals = List.copyOf(refusals);
  }

  public List<Refusal> refusals() {
    return refusals;
  }
}
