package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.Shapes;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

class WhereTest {

  static final String YAML =
      """
      id: outfall
      title: {zh: 排污口, en: Outfall}
      geometry: Point
      visibility: public
      name: name
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}}
        - {name: pipes, type: integer, title: {zh: 管数, en: Pipes}}
        - {name: limit, type: integer, title: {zh: 限, en: Limit}}
        - {name: flow, type: number, title: {zh: 流量, en: Flow}}
        - {name: closed, type: boolean, title: {zh: 封堵, en: Closed}}
        - {name: found_on, type: date, title: {zh: 发现, en: Found on}}
        - {name: and, type: text, title: {zh: 与, en: And}}
        - {name: river, type: text, title: {zh: 河流, en: River}}
        - {name: tip, type: text, title: {zh: 线索, en: Tip}, visibility: internal}
      drawing: {order: 1, style: {size: 1}}
      """;

  private static final List<Views.Item> ITEMS =
      List.of(
          new Views.Item(
              "a",
              Shapes.point(1, 1),
              Map.of("name", "Old Mill", "pipes", 3L, "limit", 3L, "flow", 2.5, "closed", true)),
          new Views.Item(
              "b",
              Shapes.point(2, 2),
              Map.of("name", "O'Hara 50%", "pipes", 1L, "limit", 2L, "flow", 3.0, "closed", false)),
          new Views.Item(
              "c",
              Shapes.point(3, 3),
              Map.of("name", "老厂_1", "found_on", "2021-05-06", "and", "x", "river", "贾鲁河")),
          new Views.Item(
              "d", Shapes.point(3, 3), Map.of("found_on", "2022-01-01", "pipes", 3L, "tip", "t")),
          new Views.Item("e", Shapes.point(9, 9), Map.of("name", "")));

  private static String kept(Viewer viewer, String where) {
    LayerView view = Views.of(Views.declare(YAML), viewer, ITEMS);
    IntPredicate keep = Where.compile(view, where);
    StringBuilder ids = new StringBuilder();
    IntStream.range(0, view.size()).filter(keep).forEach(row -> ids.append(view.id(row)));
    return ids.toString();
  }

  private static String kept(String where) {
    return kept(Viewer.ANONYMOUS, where);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pipes = 3|ad",
        "pipes <> 3|b",
        "pipes < 3|b",
        "pipes <= 3|abd",
        "pipes > 1|ad",
        "pipes >= 1|abd",
        "3 = pipes|ad",
        "2 < pipes|ad",
        "pipes = 3.0|ad",
        "pipes = +3|ad",
        "pipes > -3|abd",
        "pipes > 2.5e0|ad",
        "pipes < .5E+1|abd",
        "flow = 3|b",
        "flow > 2.4|ab",
        "pipes = limit|a",
        "flow > limit|b",
        "pipes <> limit|b",
        "name = 'Old Mill'|a",
        "name = 'old mill'|",
        "CASEI(name) = casei('OLD mill')|a",
        "casei(casei(name)) = 'old mill'|a",
        "name = 'O''Hara 50%'|b",
        "name = 'O\\'Hara 50%'|b",
        "name = ''|e",
        "name > 'P'|c",
        "closed|a",
        "closed = TRUE|a",
        "closed <> true|b",
        "NOT closed|b",
        "TRUE|abcde",
        "false|",
        "1 = 1|abcde",
        "found_on = DATE('2021-05-06')|c",
        "found_on > date('2021-05-06')|d",
        "found_on <= '2021-12-31'|c",
        "found_on BETWEEN DATE('2021-01-01') AND DATE('2022-01-01')|cd",
        "id = 'c'|c",
        "id IN ('a', 'e', 'zz')|ae",
        "\"and\" = 'x'|c",
        "river = '贾鲁河'|c",
        "\"river\" IS NOT NULL|c"
      })
  void comparisons(String where, String expected) {
    assertThat(kept(where)).isEqualTo(expected == null ? "" : expected);
  }

  /** A missing value makes a comparison neither true nor false, and NOT does not change that. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NOT pipes = 3|b",
        "NOT (pipes = 3)|b",
        "NOT NOT pipes = 3|ad",
        "pipes IS NULL|ce",
        "pipes IS NOT NULL|abd",
        "NOT pipes IS NULL|abd",
        "pipes = 3 OR flow = 3|abd",
        "pipes = 3 AND flow = 2.5|a",
        "NOT (pipes = 3 AND flow = 2.5)|b",
        "NOT (pipes = 3 OR flow = 2.5)|b",
        "pipes = 3 OR name = '' AND id = 'a'|ad",
        "(pipes = 3 OR name = '') AND id = 'e'|e",
        "pipes = 1 OR NOT pipes = 1|abd",
        "pipes = 1 AND FALSE|",
        "NOT (pipes = 1 AND FALSE)|abcde",
        "pipes IN (1, 2)|b",
        "pipes NOT IN (1, 2)|ad",
        "pipes IN (limit, 7)|a",
        "pipes NOT IN (limit, 7)|b",
        "pipes BETWEEN 2 AND 3|ad",
        "pipes NOT BETWEEN 2 AND 3|b",
        "pipes BETWEEN limit AND 9|a",
        "pipes NOT BETWEEN limit AND 9|b",
        "pipes between 2 and 3 and closed|a",
        "name LIKE '%ll'|a",
        "name NOT LIKE '%ll'|bce",
        "closed OR closed IS NULL|acde"
      })
  void missingValuesAreNeitherTrueNorFalse(String where, String expected) {
    assertThat(kept(where)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name LIKE 'Old%'|a",
        "name LIKE '%50\\%'|b",
        "name LIKE '%\\_1'|c",
        "name LIKE '__\\_1'|c",
        "name LIKE '老%'|c",
        "name LIKE ''|e",
        "name LIKE '%'|abce",
        "name LIKE '%''%'|b",
        "name LIKE '\\\\\\\\'|",
        "CASEI(name) LIKE CASEI('%MILL')|a",
        "CASEI(name) LIKE 'MILL'|",
        "id LIKE '_'|abcde"
      })
  void patterns(String where, String expected) {
    assertThat(kept(where)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "S_INTERSECTS(geometry, BBOX(0, 0, 2, 2))|ab",
        "s_intersects(geom, bbox(2, 2, 2, 2))|b",
        "S_INTERSECTS(BBOX(0, 0, 2, 2), geom)|ab",
        "NOT S_INTERSECTS(geometry, BBOX(0, 0, 2, 2))|cde",
        "S_DISJOINT(geometry, BBOX(0, 0, 2, 2))|cde",
        "S_INTERSECTS(geometry, POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (2.5 2.5, 2.5 3.5, 3.5 3.5, 3.5"
            + " 2.5, 2.5 2.5)))|ab",
        "S_WITHIN(geometry, BBOX(0, 0, 2, 2))|a",
        "S_CONTAINS(BBOX(0, 0, 2, 2), geometry)|a",
        "S_CONTAINS(geometry, POINT(3 3))|cd",
        "S_EQUALS(geometry, point (3 3))|cd",
        "S_TOUCHES(geometry, BBOX(0, 0, 2, 2))|b",
        "S_CROSSES(geometry, BBOX(0, 0, 2, 2))|",
        "S_OVERLAPS(geometry, MULTIPOINT((3 3), (4 4)))|",
        "S_INTERSECTS(geometry, LINESTRING(0 0, 1e1 10))|abcde",
        "S_INTERSECTS(\"geometry\", POINT(9 9)) OR id = 'a'|ae",
        "S_INTERSECTS(geometry, MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((8 8, 9 8, 9 9, 8 8))))|ae"
      })
  void places(String where, String expected) {
    assertThat(kept(where)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void areasAreComparedByTheirShapesNotByTheirBoxes() {
    LayerView view =
        Views.of(
            Views.declare("area", "MultiPolygon"),
            Viewer.ANONYMOUS,
            List.of(
                new Views.Item("a", Shapes.wkt("POLYGON ((0 0, 9 0, 0 9, 0 0))")),
                new Views.Item("b", Shapes.rectangle(6, 6, 8, 8))));
    assertThat(rows(view, "S_INTERSECTS(geometry, BBOX(6, 6, 9, 9))")).containsExactly(1);
    assertThat(rows(view, "S_DISJOINT(geometry, BBOX(6, 6, 9, 9))")).containsExactly(0);
    assertThat(rows(view, "S_OVERLAPS(geometry, BBOX(7, 7, 9, 9))")).containsExactly(1);
    assertThat(rows(view, "S_CROSSES(geometry, LINESTRING(-1 1, 20 1))")).containsExactly(0);
    assertThat(rows(view, "S_CONTAINS(geometry, POINT(7 7))")).containsExactly(1);
    assertThat(rows(view, "S_WITHIN(POINT(1 1), geometry)")).containsExactly(0);
    assertThat(rows(view, "S_WITHIN(geometry, BBOX(5, 5, 9, 9))")).containsExactly(1);
  }

  private static int[] rows(LayerView view, String where) {
    return IntStream.range(0, view.size()).filter(Where.compile(view, where)).toArray();
  }

  @Test
  void anAccountFiltersByAllFields() {
    assertThat(kept(Views.OFFICIAL, "tip = 't'")).isEqualTo("d");
  }

  @Test
  void spacesOfAllKindsAreSpaces() {
    assertThat(kept("\n\tpipes\u3000=\u00a03\r\n  and\tclosed ")).isEqualTo("a");
  }
}
