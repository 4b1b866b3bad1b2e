package zeren.responsibility;

import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.Title;

/**
 * An assignment for a kind of features of a layer, or for all of them.
 *
 * @param ref the kind in the words of the layer, such as {@code 施工工地: 拆迁}
 */
record Kind(Assignment assignment, FeatureRef ref) {

  static Kind of(Assignment assignment, LayerDeclaration layer) {
    return new Kind(assignment, new FeatureRef(layer.id(), "", name(assignment.scope(), layer)));
  }

  private static String name(Assignment.Scope scope, LayerDeclaration layer) {
    String title = layer.title().zh();
    String field = scope.field();
    String value = scope.value();
    if (field == null || value == null) {
      return title;
    }
    return title
        + ": "
        + layer
            .findField(field)
            .map(LayerField::values)
            .map(values -> values.get(value))
            .map(Title::zh)
            .orElse(value);
  }
}
