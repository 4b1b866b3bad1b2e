package zeren.responsibility;

import zeren.layer.LayerView;

/** A feature that a finding is about, as it was called when it was found. */
public record FindingSubject(String layer, String id, String name) {

  static FindingSubject of(LayerView view, int row) {
    return new FindingSubject(view.declaration().id(), view.id(row), view.name(row));
  }
}
