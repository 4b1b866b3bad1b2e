package zeren.responsibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All who are responsible inside one zone, and what each has there.
 *
 * @param areaKm2 of the zone, on the ellipsoid
 * @param districts development zones first, then the largest share first
 * @param departments who watches over how many objects, most first
 * @param cells the deepest level first, then the largest share first
 * @param gaps where nobody is in charge
 * @param convened everybody to bring to one table, in the order of their roles
 * @param objects nearest first
 * @param synthetic whether anything of it is invented
 */
public record JointControl(
    Zone zone,
    double areaKm2,
    List<District> districts,
    List<Department> departments,
    List<Cell> cells,
    List<Vacancy> gaps,
    List<Convened> convened,
    List<ZoneObject> objects,
    boolean synthetic) {

  /**
   * @param radius metres
   */
  public record Zone(FeatureRef centre, double lon, double lat, double radius) {}

  /**
   * @param kind as the layer has it, such as {@code development_zone}; null when it has none
   * @param areaKm2 what of the zone it has to answer for: what a development zone takes is not
   *     counted for the county
   * @param share the same as a part of the zone, 0 to 1
   * @param sites objects of layer {@code site} it has to answer for
   * @param enterprises objects of layer {@code enterprise} it has to answer for
   * @param party who answers for it; null when nobody does
   */
  public record District(
      FeatureRef district,
      @Nullable String kind,
      double areaKm2,
      double share,
      int sites,
      int enterprises,
      @Nullable Party party) {}

  /** A party that watches over kinds of objects. */
  public record Department(Party party, int sites, int enterprises) {}

  /**
   * @param decides whether it is the deepest cell somewhere in the zone
   * @param chief null when there is none
   */
  public record Cell(
      FeatureRef cell,
      @Nullable String level,
      double areaKm2,
      double share,
      boolean decides,
      @Nullable Party chief) {}

  /**
   * Something nobody is in charge of.
   *
   * @param scope what; the zone itself when it has no lead
   */
  public record Vacancy(FeatureRef scope, Role role, String code, String reason) {}

  /**
   * @param duties what it is convened for: names of districts, kinds of objects
   * @param contact whom to call, from the unit's internal record; null when unknown
   */
  public record Convened(
      Party party, List<Role> roles, List<String> duties, @Nullable String contact) {}

  /**
   * @param distance metres from the centre
   * @param bearing degrees clockwise from north, seen from the centre
   * @param recordedDistrict as the object's own record has it
   */
  public record ZoneObject(
      FeatureRef object,
      @Nullable String type,
      @Nullable String classification,
      double distance,
      double bearing,
      double lon,
      double lat,
      @Nullable FeatureRef district,
      @Nullable String recordedDistrict,
      @Nullable FeatureRef cell,
      List<Party> departments) {}
}
