package zeren.responsibility.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import zeren.responsibility.FeatureRef;
import zeren.responsibility.JointControl;
import zeren.responsibility.Party;
import zeren.responsibility.Role;
import zeren.responsibility.web.WhoBody.PartyBody;

/** Joint control as JSON. Distances in metres, areas in square kilometres, shares 0 to 1. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record JointControlBody(
    ZoneBody zone,
    LocalDate at,
    double areaKm2,
    List<DistrictBody> districts,
    List<DepartmentBody> departments,
    List<CellBody> cells,
    List<GapBody> gaps,
    List<ConvenedBody> partiesToConvene,
    List<ObjectBody> objects,
    boolean synthetic) {

  record ZoneBody(String layer, String id, String name, double lon, double lat, double radius) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record DistrictBody(
      String id,
      String name,
      @Nullable String kind,
      @JsonProperty("area_km2") double areaKm2,
      double share,
      int sites,
      int enterprises,
      @Nullable PartyBody party) {}

  record DepartmentBody(PartyBody party, int sites, int enterprises) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record CellBody(
      String id,
      String name,
      @Nullable String level,
      @JsonProperty("area_km2") double areaKm2,
      double share,
      boolean decides,
      @Nullable String chief,
      @Nullable String phone) {}

  record GapBody(String layer, String id, String name, String role, String code, String reason) {}

  record ConvenedBody(
      PartyBody party,
      List<String> roles,
      @Nullable String phone,
      @Nullable String contact,
      @JsonProperty("for") List<String> duties) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record ObjectBody(
      String layer,
      String id,
      String name,
      @Nullable String type,
      @JsonProperty("class") @Nullable String classification,
      double distance,
      double bearing,
      double lon,
      double lat,
      @Nullable FeatureRef district,
      @Nullable String districtRecorded,
      @Nullable FeatureRef cell,
      List<PartyBody> departments) {}

  static JointControlBody of(JointControl found, LocalDate day) {
    JointControl.Zone zone = found.zone();
    FeatureRef centre = zone.centre();
    return new JointControlBody(
        new ZoneBody(
            centre.layer(), centre.id(), centre.name(), zone.lon(), zone.lat(), zone.radius()),
        day,
        found.areaKm2(),
        found.districts().stream().map(JointControlBody::district).toList(),
        found.departments().stream()
            .map(of -> new DepartmentBody(PartyBody.of(of.party()), of.sites(), of.enterprises()))
            .toList(),
        found.cells().stream().map(JointControlBody::cell).toList(),
        found.gaps().stream().map(JointControlBody::gap).toList(),
        found.convened().stream().map(JointControlBody::convened).toList(),
        found.objects().stream().map(JointControlBody::object).toList(),
        found.synthetic());
  }

  private static @Nullable PartyBody body(@Nullable Party party) {
    return party == null ? null : PartyBody.of(party);
  }

  private static DistrictBody district(JointControl.District of) {
    return new DistrictBody(
        of.district().id(),
        of.district().name(),
        of.kind(),
        of.areaKm2(),
        of.share(),
        of.sites(),
        of.enterprises(),
        body(of.party()));
  }

  private static CellBody cell(JointControl.Cell of) {
    Party chief = of.chief();
    return new CellBody(
        of.cell().id(),
        of.cell().name(),
        of.level(),
        of.areaKm2(),
        of.share(),
        of.decides(),
        chief == null ? null : chief.name(),
        chief == null ? null : chief.phone());
  }

  private static GapBody gap(JointControl.Vacancy of) {
    return new GapBody(
        of.scope().layer(),
        of.scope().id(),
        of.scope().name(),
        of.role().code(),
        of.code(),
        of.reason());
  }

  private static ConvenedBody convened(JointControl.Convened of) {
    return new ConvenedBody(
        PartyBody.of(of.party()),
        of.roles().stream().map(Role::code).toList(),
        of.party().phone(),
        of.contact(),
        of.duties());
  }

  private static ObjectBody object(JointControl.ZoneObject of) {
    return new ObjectBody(
        of.object().layer(),
        of.object().id(),
        of.object().name(),
        of.type(),
        of.classification(),
        Math.round(of.distance() * 10) / 10.0,
        Math.round(of.bearing() * 10) / 10.0,
        of.lon(),
        of.lat(),
        of.district(),
        of.recordedDistrict(),
        of.cell(),
        of.departments().stream().map(PartyBody::of).toList());
  }
}
