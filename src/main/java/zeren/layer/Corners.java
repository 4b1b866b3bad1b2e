package zeren.layer;

/** Receives the corners of a geometry part by part, without an object for any of them. */
public interface Corners {

  /** What the corners of a part make up. */
  enum Part {
    POINT,
    LINE,
    /** The outer ring of an area. */
    SHELL,
    /** A ring inside the shell that came last. */
    HOLE
  }

  /**
   * Receives one part.
   *
   * @param lonLat longitude and latitude by turns, in degrees; it must not be changed
   * @param from where the first longitude stands
   * @param corners how many corners there are; the last of a ring is the first again
   */
  void part(Part part, double[] lonLat, int from, int corners);
}
