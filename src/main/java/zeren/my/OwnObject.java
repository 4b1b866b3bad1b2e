package zeren.my;

import java.util.List;
import zeren.layer.GeoJsonFeature;

/**
 * A feature in the own area.
 *
 * @param findings kinds of what audits have found of it and nobody has accepted
 * @param missing names of fields that should have a value and have none
 */
public record OwnObject(
    String layer, GeoJsonFeature feature, List<String> findings, List<String> missing) {

  /** How much there is to be done. */
  int weight() {
    return 10 * findings.size() + missing.size();
  }
}
