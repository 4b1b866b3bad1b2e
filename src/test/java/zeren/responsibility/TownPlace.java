package zeren.responsibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place of {@code 地点.md} and the answer that it must get.
 *
 * @param title number and what it shows
 * @param question by the words of the table: 地点 or 对象, 精度, 领域, 日期, 公众
 * @param expected line by line
 */
public record TownPlace(String title, Map<String, String> question, List<String> expected) {

  private static final Pattern PLACE =
      Pattern.compile("### (\\d+ .+)\\n\\n(.+)\\n\\n((?:    .+\\n)+)");

  static final Map<String, Topic> TOPICS =
      Map.of(
          "扬尘", Topic.DUST,
          "工业", Topic.INDUSTRY,
          "机动车", Topic.VEHICLE,
          "水", Topic.WATER,
          "土壤", Topic.SOIL,
          "噪声", Topic.NOISE,
          "焚烧", Topic.BURNING);

  public static List<TownPlace> readAll() {
    List<TownPlace> places = new ArrayList<>();
    Matcher found = PLACE.matcher(TownFiles.read("地点.md"));
    while (found.find()) {
      places.add(
          new TownPlace(
              found.group(1),
              question(found.group(2)),
              found.group(3).lines().map(String::strip).toList()));
    }
    return places;
  }

  private static Map<String, String> question(String line) {
    Map<String, String> question = new LinkedHashMap<>();
    for (String part : line.split(" · ", -1)) {
      int space = part.indexOf(' ');
      question.put(
          space < 0 ? part : part.substring(0, space), space < 0 ? "" : part.substring(space + 1));
    }
    if (!List.of("地点", "对象", "精度", "领域", "日期", "公众").containsAll(question.keySet())) {
      throw new IllegalArgumentException(line);
    }
    return question;
  }

  private String get(String word) {
    return Optional.ofNullable(question.get(word)).orElseThrow();
  }

  public LocalDate day() {
    return LocalDate.parse(get("日期"));
  }

  public boolean isForThePublic() {
    return question.containsKey("公众");
  }

  /** The same question to {@code /api/who}, by its parameters. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (question.containsKey("对象")) {
      String[] object = get("对象").split(" ", 2);
      parameters.put("feature", TownFiles.layerOf(object[0]) + "/" + object[1]);
    } else {
      String[] lonLat = get("地点").split(" ", 2);
      parameters.put("lon", lonLat[0]);
      parameters.put("lat", lonLat[1]);
    }
    if (question.containsKey("精度")) {
      parameters.put("accuracy_m", get("精度"));
    }
    parameters.put("topic", topic().map(Topic::code).orElse(Topic.ALL));
    parameters.put("at", get("日期"));
    return parameters;
  }

  private Optional<Topic> topic() {
    String topic = get("领域");
    return topic.equals("全部")
        ? Optional.empty()
        : Optional.of(Optional.ofNullable(TOPICS.get(topic)).orElseThrow());
  }

  public Answers ask(ResponsibilityMap map) {
    return map.answer(place(map), Topic.asked(topic().orElse(null)));
  }

  private Place place(ResponsibilityMap map) {
    if (question.containsKey("对象")) {
      String[] object = get("对象").split(" ", 2);
      return map.findObject(TownFiles.layerOf(object[0]), object[1]).orElseThrow();
    }
    String[] lonLat = get("地点").split(" ", 2);
    String accuracy = question.get("精度");
    return Place.at(
        Double.parseDouble(lonLat[0]),
        Double.parseDouble(lonLat[1]),
        accuracy == null ? Place.USUAL_ACCURACY_METRES : Double.parseDouble(accuracy));
  }

  @Override
  public String toString() {
    return title;
  }
}
