package zeren.trail.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;
import zeren.trail.DeedKind;
import zeren.trail.TrailEntry;

/** What the API sends of the trail. */
final class TrailBody {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private TrailBody() {}

  /**
   * A row.
   *
   * @param detail whatever else there is to say, by kind
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Row(
      long id,
      Instant happenedAt,
      @Nullable String actor,
      @Nullable String address,
      String kind,
      @Nullable String layer,
      @Nullable String object,
      @Nullable Long changeSet,
      Map<String, Object> detail) {

    static Row of(TrailEntry entry, JsonMapper json) {
      return new Row(
          entry.id(),
          entry.happenedAt(),
          entry.actor(),
          entry.address(),
          entry.kind(),
          entry.layer(),
          entry.object(),
          entry.changeSet(),
          json.readValue(entry.detail(), OBJECT));
    }
  }

  /**
   * A page.
   *
   * @param total how many there are on all pages; only with the first one, and counted up to
   *     10,001, which stands for more
   * @param next address of the next page; null on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(@Nullable Long total, List<Row> items, @Nullable String next) {}

  /** What can be chosen in a search. */
  record Choices(List<Kind> kinds, List<String> actors) {

    static Choices of(List<String> actors) {
      return new Choices(Arrays.stream(DeedKind.values()).map(Kind::of).toList(), actors);
    }
  }

  /** A kind, as people call it. */
  record Kind(String id, Title title) {

    static Kind of(DeedKind kind) {
      return new Kind(kind.code(), new Title(kind.title("zh"), kind.title("en")));
    }
  }

  record Title(String zh, String en) {}

  /**
   * What came of a check.
   *
   * @param rows how many hold together, from the first one on
   * @param head hash of the last of them, to be written down
   * @param fault what is wrong; null when nothing is
   * @param row the first row that is wrong; null where that cannot be said
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Verification(long rows, String head, @Nullable String fault, @Nullable Long row) {}
}
