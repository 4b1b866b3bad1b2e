package zeren.ogc.web;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import zeren.layer.LayerView;

/**
 * The features of one view, or of two that have none in common, in the order of their ids, numbered
 * from 0.
 */
final class OrderedFeatures {

  private final List<LayerView> views;

  /** View and row of each feature when there are two views: the view in the lowest bit. */
  private final long[] merged;

  OrderedFeatures(List<LayerView> views) {
    this.views = views;
    this.merged = views.size() == 1 ? new long[0] : merge(views.get(0), views.get(1));
  }

  private static long[] merge(LayerView first, LayerView second) {
    long[] merged = new long[first.size() + second.size()];
    int a = 0;
    int b = 0;
    for (int i = 0; i < merged.length; i++) {
      boolean fromFirst =
          b == second.size()
              || (a < first.size() && CodePoints.compare(first.id(a), second.id(b)) < 0);
      merged[i] = fromFirst ? 2L * a++ : 2L * b++ + 1;
    }
    return merged;
  }

  List<LayerView> views() {
    return views;
  }

  int size() {
    return views.size() == 1 ? views.get(0).size() : merged.length;
  }

  /** Position of the feature's view in {@link #views}. */
  int viewOf(int feature) {
    return views.size() == 1 ? 0 : (int) (merged[feature] & 1);
  }

  /** The feature's row in its view. */
  int rowOf(int feature) {
    return views.size() == 1 ? feature : (int) (merged[feature] >> 1);
  }

  LayerView view(int feature) {
    return views.get(viewOf(feature));
  }

  String id(int feature) {
    return view(feature).id(rowOf(feature));
  }

  /**
   * Number of the first feature whose id is not before the given one; the size when there is none.
   */
  int firstFrom(String id) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (CodePoints.compare(id(middle), id) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * @param kept which rows of each view
   * @return which features
   */
  IntPredicate keeping(List<BitSet> kept) {
    return views.size() == 1
        ? kept.get(0)::get
        : feature -> kept.get(viewOf(feature)).get(rowOf(feature));
  }
}
