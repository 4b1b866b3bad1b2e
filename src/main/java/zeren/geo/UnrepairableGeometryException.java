package zeren.geo;

/** A geometry has a defect that cannot be mended without inventing coordinates. */
public final class UnrepairableGeometryException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient Defect defect;

  UnrepairableGeometryException(Defect defect) {
    super(defect.message());
    this.defect = defect;
  }

  /** What is wrong. */
  public Defect defect() {
    return defect;
  }
}
