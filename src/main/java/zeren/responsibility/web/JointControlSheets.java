package zeren.responsibility.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zeren.format.XlsxBook;
import zeren.responsibility.FeatureRef;
import zeren.responsibility.JointControl;
import zeren.responsibility.Party;

/** Joint control as a workbook, one sheet a list. */
final class JointControlSheets {

  private final Titles titles;

  JointControlSheets(Titles titles) {
    this.titles = titles;
  }

  void write(JointControl zone, OutputStream out) throws IOException {
    try (XlsxBook book = new XlsxBook(out)) {
      zone(book, zone);
      districts(book, zone);
      departments(book, zone);
      cells(book, zone);
      gaps(book, zone);
      convened(book, zone);
      objects(book, zone);
    }
  }

  void writeSummary(List<ZoneSummary> zones, OutputStream out) throws IOException {
    try (XlsxBook book = new XlsxBook(out)) {
      book.sheet(
          titles.of("汇总", "Summary"),
          headings(
              "编号|id",
              "名称|Name",
              "区县|Districts",
              "部门|Departments",
              "网格|Cells",
              "工地|Sites",
              "企业|Enterprises",
              "盲区|Gaps",
              "联合管控组|Joint control group"),
          zones.stream()
              .map(
                  zone ->
                      Arrays.<Object>asList(
                          zone.id(),
                          zone.name(),
                          zone.districts(),
                          zone.departments(),
                          zone.cells(),
                          zone.sites(),
                          zone.enterprises(),
                          zone.gaps(),
                          zone.group() ? titles.of("有", "yes") : titles.of("无", "no")))
              .toList());
    }
  }

  /** Chinese and English, separated by a bar. */
  private List<String> headings(String... both) {
    return Arrays.stream(both)
        .map(
            pair ->
                titles.of(
                    pair.substring(0, pair.indexOf('|')), pair.substring(pair.indexOf('|') + 1)))
        .toList();
  }

  private void zone(XlsxBook book, JointControl zone) throws IOException {
    JointControl.Zone of = zone.zone();
    book.sheet(
        titles.of("管控圈", "Zone"),
        headings("项目|Item", "内容|Content"),
        List.of(
            List.of(titles.of("中心", "Centre"), of.centre().name()),
            List.of(titles.of("编号", "id"), of.centre().id()),
            List.of(titles.of("经度", "Longitude"), of.lon()),
            List.of(titles.of("纬度", "Latitude"), of.lat()),
            List.of(titles.of("半径(米)", "Radius (m)"), of.radius()),
            List.of(titles.of("面积(km²)", "Area (km²)"), rounded(zone.areaKm2(), 1e4)),
            List.of(titles.of("对象", "Objects"), zone.objects().size()),
            List.of(
                titles.of("数据说明", "About the data"),
                zone.synthetic()
                    ? titles.of("含合成数据", "Some of it is synthetic")
                    : titles.of("无合成数据", "Nothing is synthetic"))));
  }

  private void districts(XlsxBook book, JointControl zone) throws IOException {
    book.sheet(
        titles.of("区县", "Districts"),
        headings(
            "名称|Name",
            "类别|Kind",
            "责任单位|Unit",
            "面积(km²)|Area (km²)",
            "占比(%)|Share (%)",
            "工地|Sites",
            "企业|Enterprises"),
        zone.districts().stream()
            .map(
                of ->
                    Arrays.<Object>asList(
                        of.district().name(),
                        titles.value(of.district().layer(), "kind", of.kind()),
                        name(of.party()),
                        rounded(of.areaKm2(), 1e4),
                        rounded(100 * of.share(), 1e2),
                        of.sites(),
                        of.enterprises()))
            .toList());
  }

  private void departments(XlsxBook book, JointControl zone) throws IOException {
    book.sheet(
        titles.of("部门", "Departments"),
        headings("部门|Department", "电话|Phone", "工地|Sites", "企业|Enterprises"),
        zone.departments().stream()
            .map(
                of ->
                    Arrays.<Object>asList(
                        of.party().name(), of.party().phone(), of.sites(), of.enterprises()))
            .toList());
  }

  private void cells(XlsxBook book, JointControl zone) throws IOException {
    book.sheet(
        titles.of("网格", "Cells"),
        headings(
            "编号|id",
            "名称|Name",
            "级别|Level",
            "面积(km²)|Area (km²)",
            "占比(%)|Share (%)",
            "网格长|Chief",
            "电话|Phone"),
        zone.cells().stream()
            .map(
                of ->
                    Arrays.<Object>asList(
                        of.cell().id(),
                        of.cell().name(),
                        titles.value(of.cell().layer(), "level", of.level()),
                        rounded(of.areaKm2(), 1e4),
                        rounded(100 * of.share(), 1e2),
                        name(of.chief()),
                        of.chief() == null ? null : of.chief().phone()))
            .toList());
  }

  private void gaps(XlsxBook book, JointControl zone) throws IOException {
    book.sheet(
        titles.of("盲区", "Gaps"),
        headings("图层|Layer", "编号|id", "名称|Name", "缺少的角色|Missing role", "原因|Reason"),
        zone.gaps().stream()
            .map(
                of ->
                    Arrays.<Object>asList(
                        titles.layer(of.scope().layer()),
                        of.scope().id(),
                        of.scope().name(),
                        titles.role(of.role()),
                        titles.gap(of.code(), of.reason())))
            .toList());
  }

  private void convened(XlsxBook book, JointControl zone) throws IOException {
    book.sheet(
        titles.of("召集单位", "To convene"),
        headings("单位或人员|Party", "角色|Roles", "事项|For", "电话|Phone", "联络人|Contact"),
        zone.convened().stream()
            .map(
                of ->
                    Arrays.<Object>asList(
                        of.party().name(),
                        of.roles().stream().map(titles::role).collect(Collectors.joining("、")),
                        String.join("、", of.duties()),
                        of.party().phone(),
                        of.contact()))
            .toList());
  }

  private void objects(XlsxBook book, JointControl zone) throws IOException {
    book.sheet(
        titles.of("对象清单", "Objects"),
        headings(
            "图层|Layer",
            "编号|id",
            "名称|Name",
            "类型|Type",
            "等级|Class",
            "距离(米)|Distance (m)",
            "方位(°)|Bearing (°)",
            "经度|Longitude",
            "纬度|Latitude",
            "所在区县|District",
            "台账区县|District on record",
            "所在网格|Cell",
            "监管部门|Department"),
        zone.objects().stream().map(this::object).toList());
  }

  private List<@Nullable Object> object(JointControl.ZoneObject of) {
    String layer = of.object().layer();
    return Arrays.asList(
        titles.layer(layer),
        of.object().id(),
        of.object().name(),
        titles.value(layer, "type", of.type()),
        titles.value(layer, "class", of.classification()),
        rounded(of.distance(), 10),
        rounded(of.bearing(), 10),
        of.lon(),
        of.lat(),
        name(of.district()),
        of.recordedDistrict(),
        name(of.cell()),
        of.departments().stream().map(Party::name).collect(Collectors.joining("、")));
  }

  private static @Nullable String name(@Nullable Party party) {
    return party == null ? null : party.name();
  }

  private static @Nullable String name(@Nullable FeatureRef feature) {
    return feature == null ? null : feature.name();
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
