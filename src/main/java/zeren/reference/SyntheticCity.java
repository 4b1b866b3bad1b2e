package zeren.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import zeren.layer.FeatureDraft;

/**
 * The invented part of the reference city: supervision grid cells with chiefs whose names nobody
 * bears, construction sites with their contractors, and enterprises. The same districts and the
 * same seed always give the same features, and each says that it is synthetic.
 */
public final class SyntheticCity {

  /** The seed of the reference city. */
  public static final long SEED = 20190610;

  static final int SITES = 2500;
  static final int ENTERPRISES = 3000;

  private SyntheticCity() {}

  /**
   * @param districts features of the layer {@code district}: the counties, which must not overlap,
   *     and the development zones
   * @return cells, each parent before its children, then sites, then enterprises
   */
  public static List<FeatureDraft> generate(List<FeatureDraft> districts, long seed) {
    List<FeatureDraft> counties = ofKind(districts, "county");
    Placement placement = new Placement(counties, ofKind(districts, "development_zone"));
    Invention invention = new Invention(seed);
    // One stream each, so that more of one kind leaves the others as they are.
    SplittableRandom random = new SplittableRandom(seed);
    SplittableRandom forSites = random.split();
    SplittableRandom forEnterprises = random.split();
    SplittableRandom forContractors = random.split();

    List<FeatureDraft> drafts = new ArrayList<>(GridCells.generate(counties, invention));
    List<FeatureDraft> sites = InventedKind.SITE.generate(SITES, placement, invention, forSites);
    drafts.addAll(Contractors.nameIn(sites, forContractors));
    drafts.addAll(
        InventedKind.ENTERPRISE.generate(ENTERPRISES, placement, invention, forEnterprises));
    return List.copyOf(drafts);
  }

  private static List<FeatureDraft> ofKind(List<FeatureDraft> districts, String kind) {
    return districts.stream()
        .filter(district -> kind.equals(district.properties().get("kind")))
        .toList();
  }
}
