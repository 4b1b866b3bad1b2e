package zeren.zone.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zeren.layer.FeatureNames;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.zone.Near.Find;
import zeren.zone.web.NearBody.ReferredBody;

/** What the finds of a page refer to, by name: a grid has more cells than a page can know. */
final class Referred {

  private Referred() {}

  private record Reference(String layer, Object id) {}

  /** Each once; without what is not there for those whose names they are. */
  static List<ReferredBody> by(NearPage page, FeatureNames names) {
    Map<LayerView, List<LayerField>> referring = new IdentityHashMap<>();
    Set<Reference> known = new HashSet<>();
    List<ReferredBody> all = new ArrayList<>();
    for (NearPage.Part group : page.groups()) {
      for (Find find : group.found()) {
        for (LayerField field : referring.computeIfAbsent(find.view(), Referred::referring)) {
          Object id = find.view().value(find.row(), field.name());
          String layer = field.refersTo();
          if (id != null && layer != null && known.add(new Reference(layer, id))) {
            names
                .find(field, id)
                .ifPresent(name -> all.add(new ReferredBody(layer, id.toString(), name)));
          }
        }
      }
    }
    return all;
  }

  private static List<LayerField> referring(LayerView view) {
    return view.fields().stream().filter(field -> field.refersTo() != null).toList();
  }
}
