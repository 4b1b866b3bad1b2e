package zeren.responsibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers in the words of {@code 地点.md}, which explains them. */
final class AnswerText {

  private static final Pattern PERCENT = Pattern.compile("[0-9]+\\.[0-9] %");

  private static final Map<Role, String> ROLES =
      Map.of(
          Role.TERRITORIAL, "属地",
          Role.ROAD_CHIEF, "路长",
          Role.RIVER_CHIEF, "河长",
          Role.GRID_CHIEF, "网格长",
          Role.GRID_MEMBER, "网格员",
          Role.SECTOR, "行业监管",
          Role.OPERATOR, "企业/施工单位",
          Role.LEAD, "牵头",
          Role.COOPERATING, "配合",
          Role.SUPERVISOR, "督导");

  private static final Map<Rule, String> RULES =
      Map.of(
          Rule.OBJECT, "对象",
          Rule.ZONE, "圈内",
          Rule.LINE, "沿线",
          Rule.COVERS, "区域",
          Rule.ABOVE, "上级",
          Rule.FILTER, "类别",
          Rule.RECORD, "台账");

  private static final Map<String, String> GAPS =
      Map.of(
          "outside", "不在范围内",
          "no_holder", "无人担任",
          "not_responsible", "都已明确不负责",
          "no_assignment", "没有分工");

  private AnswerText() {}

  static List<String> of(Answers answers) {
    List<String> lines = new ArrayList<>();
    answers.answers().forEach(answer -> lines.add(line(answer)));
    answers.gaps().forEach(gap -> lines.add(line(gap)));
    answers.overlaps().forEach(overlap -> lines.add(line(overlap)));
    answers.nearEdge().forEach(near -> lines.add(line("近边", near)));
    answers.zones().forEach(zone -> lines.add(line("管控圈", zone)));
    return lines.isEmpty() ? List.of("(无)") : lines;
  }

  /** Areas equally near stand in no order. */
  static String comparable(List<String> lines) {
    List<String> near = lines.stream().filter(line -> line.startsWith("近边")).sorted().toList();
    List<String> others = lines.stream().filter(line -> !line.startsWith("近边")).toList();
    return String.join("\n", others) + "\n" + String.join("\n", near);
  }

  static String sideBySide(List<String> expected, List<String> got) {
    StringBuilder text = new StringBuilder("应得 | 实得\n");
    for (int i = 0; i < Math.max(expected.size(), got.size()); i++) {
      String left = i < expected.size() ? expected.get(i) : "";
      String right = i < got.size() ? got.get(i) : "";
      text.append(left.equals(right) ? "  " : "! ").append(left);
      text.append("　".repeat(Math.max(1, 48 - left.length()))).append(right).append('\n');
    }
    return text.toString();
  }

  private static String line(Answer answer) {
    List<String> parts = new ArrayList<>();
    String sign = answer.effective() ? "√" : answer.negatedBy() != null ? "×" : "○";
    parts.add(sign + " " + ROLES.get(answer.role()) + " " + party(answer.party()));
    parts.add(RULES.get(answer.rule()) + " " + answer.scope().name() + measures(answer));
    parts.add(basis(answer.basis()));
    if (answer.negatedBy() != null) {
      parts.add("不负责:" + basis(answer.negatedBy()));
    }
    if (answer.assignment() != null && answer.rank() > 1) {
      parts.add("次序 " + answer.rank());
    }
    if (answer.topics().size() < Topic.values().length) {
      parts.add("只管" + topics(answer.topics()));
    }
    return String.join(" | ", parts);
  }

  private static String measures(Answer answer) {
    String metres = answer.distance() >= 0.5 ? " " + Math.round(answer.distance()) + " 米" : "";
    return answer.share() == null
        ? metres
        : metres + String.format(Locale.ROOT, " 占 %.1f %%", 100 * answer.share());
  }

  private static String party(Party party) {
    Party unit = party.unit();
    return unit == null ? party.name() : party.name() + "(" + unit.name() + ")";
  }

  private static String basis(Basis basis) {
    return basis.document() + (basis.clause() == null ? "" : " " + basis.clause());
  }

  private static String line(Gap gap) {
    String scope = name(gap.scope());
    Matcher percent = PERCENT.matcher(gap.reason());
    String share = percent.find() ? " 占 " + percent.group() : "";
    return "盲区 %s | %s%s%s | %s"
        .formatted(ROLES.get(gap.role()), GAPS.get(gap.code()), scope, share, topics(gap.topics()));
  }

  private static String name(@Nullable FeatureRef scope) {
    return scope == null ? "" : " " + scope.name();
  }

  private static String topics(Set<Topic> topics) {
    return topics.size() == Topic.values().length
        ? "全部"
        : topics.stream()
            .map(
                topic ->
                    TownPlace.TOPICS.entrySet().stream()
                        .filter(word -> word.getValue() == topic)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining()))
            .collect(Collectors.joining("、"));
  }

  private static String line(Overlap overlap) {
    return "交叉 %s | %s | %s"
        .formatted(
            ROLES.get(overlap.role()),
            overlap.parties().stream().map(AnswerText::party).collect(Collectors.joining("、")),
            overlap.scopes().stream().map(FeatureRef::name).collect(Collectors.joining("、")));
  }

  private static String line(String word, NearFeature near) {
    return word + " " + near.feature().name() + " " + Math.round(near.distance()) + " 米";
  }
}
