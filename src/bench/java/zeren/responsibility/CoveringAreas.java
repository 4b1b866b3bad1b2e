package zeren.responsibility;

import java.io.IOException;
import java.util.List;
import zeren.layer.FeatureDraft;
import zeren.layer.LayerView;

/** The areas that cover a place, as the engine behind {@code who} finds them. */
public final class CoveringAreas {

  private final AreaIndex index;

  public CoveringAreas(LayerView view) {
    this.index = new AreaIndex(view);
  }

  /** The reference city with 77,000 village cells. */
  public static List<FeatureDraft> largeCity() throws IOException {
    return LargeCity.whole();
  }

  /** Receives the row of an area. */
  @FunctionalInterface
  public interface Rows {
    void accept(int row);
  }

  public void find(double lon, double lat, Rows rows) {
    index.covering(lon, lat, (row, onEdge) -> rows.accept(row));
  }
}
