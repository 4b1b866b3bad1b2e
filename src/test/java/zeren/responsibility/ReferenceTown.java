package zeren.responsibility;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.exchange.Readers;
import zeren.layer.FeatureDraft;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Views;
import zeren.reference.SyntheticCity;

/** The reference city as it stands in {@code gis-data}, with its invented cells, in no database. */
final class ReferenceTown {

  final ResponsibilityMap map;

  ReferenceTown() throws IOException {
    List<FeatureDraft> drafts = new ArrayList<>(Readers.referenceCity());
    List<FeatureDraft> districts =
        drafts.stream().filter(draft -> draft.layer().equals("district")).toList();
    drafts.addAll(SyntheticCity.generate(districts, SyntheticCity.SEED));
    Map<String, List<Views.Item>> items = new LinkedHashMap<>();
    for (FeatureDraft draft : drafts) {
      items
          .computeIfAbsent(draft.layer(), layer -> new ArrayList<>())
          .add(new Views.Item(draft.id(), draft.geometry(), draft.properties()));
    }
    List<LayerView> views = new ArrayList<>();
    for (LayerDeclaration layer : Readers.declarations().all()) {
      views.add(Views.of(layer, Views.OFFICIAL, items.getOrDefault(layer.id(), List.of())));
    }
    map = ResponsibilityMap.of(views);
  }

  List<Geometry> geometries(String layer) {
    LayerView view = map.view(layer);
    List<Geometry> geometries = new ArrayList<>();
    for (int row = 0; row < view.size(); row++) {
      geometries.add(view.geometry(row));
    }
    return geometries;
  }

  /** Points in the bounding box of the districts, the same for the same seed. */
  double[][] randomPoints(int count, long seed) {
    Envelope box = map.view("district").extent();
    SplittableRandom random = new SplittableRandom(seed);
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      points[i] =
          new double[] {
            random.nextDouble(box.getMinX(), box.getMaxX()),
            random.nextDouble(box.getMinY(), box.getMaxY())
          };
    }
    return points;
  }
}
