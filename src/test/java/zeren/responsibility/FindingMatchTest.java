package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;
import zeren.responsibility.FindingMatch.Known;

class FindingMatchTest {

  private static final Geometry HERE = Shapes.rectangle(113, 34, 113.1, 34.1);
  private static final Geometry NEXT = Shapes.rectangle(113.1, 34, 113.2, 34.1);

  private static FindingDraft gap(String level, Geometry area) {
    return FindingDraft.of(FindingKind.GAP)
        .layer("grid_cell")
        .level(level)
        .area(area, 1, 1)
        .build();
  }

  private static FindingDraft idle(String person) {
    return FindingDraft.of(FindingKind.IDLE_PERSON).key(person).build();
  }

  private static Known known(long id, FindingState state, String level, Geometry area) {
    return new Known(id, FindingKind.GAP, null, state, "grid_cell", level, area);
  }

  private static Known known(long id, FindingKind kind, String key) {
    return new Known(id, kind, key, FindingState.OPEN, "person", null, null);
  }

  @Test
  void whatHasAKeyIsKnownByKindAndKey() {
    assertThat(
            FindingMatch.of(
                List.of(idle("p1"), idle("p2")),
                List.of(
                    known(1, FindingKind.IDLE_PERSON, "p1"), known(2, FindingKind.DUTY_GAP, "p2"))))
        .extracting(match -> match.known() == null ? 0 : match.known().id())
        .containsExactly(1L, 0L);
  }

  @Test
  void partsOfAKeyAreKeptApart() {
    FindingDraft one = FindingDraft.of(FindingKind.DUTY_GAP).key("a|b", null, "c").build();
    FindingDraft other = FindingDraft.of(FindingKind.DUTY_GAP).key("a", "b", null, "c").build();
    assertThat(one.key()).isNotEqualTo(other.key());
  }

  @Test
  void ofTwoWithOneKeyTheFirstCounts() {
    FindingDraft first = idle("p1");
    assertThat(FindingMatch.of(List.of(first, idle("p1")), List.of()))
        .containsExactly(new FindingMatch(first, null));
  }

  @Test
  void anAreaIsTheSameAgainWhenInteriorsOverlap() {
    List<Known> known = List.of(known(1, FindingState.OPEN, "village", HERE));
    Geometry shifted = Shapes.rectangle(113.05, 34.05, 113.3, 34.3);
    assertThat(FindingMatch.of(List.of(gap("village", shifted)), known).get(0).known())
        .isEqualTo(known.get(0));
    assertThat(FindingMatch.of(List.of(gap("village", NEXT)), known).get(0).known()).isNull();
    assertThat(FindingMatch.of(List.of(gap("township", HERE)), known).get(0).known()).isNull();
  }

  @Test
  void aGapThatFellIntoTwoGoesOnAsTheLarger() {
    FindingDraft small = gap("village", Shapes.rectangle(113, 34, 113.03, 34.1));
    FindingDraft large = gap("village", Shapes.rectangle(113.04, 34, 113.1, 34.1));
    List<FindingMatch> matches =
        FindingMatch.of(
            List.of(small, large), List.of(known(1, FindingState.ACCEPTED, "village", HERE)));
    assertThat(matches)
        .filteredOn(match -> match.known() != null)
        .extracting(FindingMatch::draft)
        .containsExactly(large);
  }

  @Test
  void twoGapsThatBecameOneGoOnAsTheLarger() {
    Geometry both = Shapes.rectangle(113, 34, 113.3, 34.1);
    List<FindingMatch> matches =
        FindingMatch.of(
            List.of(gap("village", both)),
            List.of(
                known(1, FindingState.OPEN, "village", HERE),
                known(2, FindingState.OPEN, "village", Shapes.rectangle(113.1, 34, 113.3, 34.1))));
    assertThat(matches).hasSize(1);
    assertThat(matches.get(0).known()).isNotNull().extracting(Known::id).isEqualTo(2L);
  }

  @Test
  void whatIsStillSoGoesBeforeWhatWasResolved() {
    List<Known> known =
        List.of(
            known(1, FindingState.RESOLVED, "village", HERE),
            known(2, FindingState.OPEN, "village", Shapes.rectangle(113, 34, 113.01, 34.01)));
    FindingMatch match = FindingMatch.of(List.of(gap("village", HERE)), known).get(0);
    assertThat(match.known()).isEqualTo(known.get(1));
    assertThat(FindingMatch.of(List.of(gap("village", HERE)), known.subList(0, 1)).get(0).known())
        .isEqualTo(known.get(0));
  }
}
