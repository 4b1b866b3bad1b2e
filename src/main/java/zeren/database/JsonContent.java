package zeren.database;

import java.math.BigDecimal;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One writing for all JSON texts that say the same. */
final class JsonContent {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private JsonContent() {}

  static String of(String json) {
    StringBuilder written = new StringBuilder(json.length());
    write(JSON.readTree(json), written);
    return written.toString();
  }

  private static void write(JsonNode node, StringBuilder to) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> members = new TreeMap<>();
      node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
      to.append('{');
      members.forEach(
          (name, value) -> {
            to.append(JSON.writeValueAsString(name)).append(':');
            write(value, to);
            to.append(',');
          });
      to.append('}');
    } else if (node.isArray()) {
      to.append('[');
      node.forEach(
          element -> {
            write(element, to);
            to.append(',');
          });
      to.append(']');
    } else if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      to.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
    } else {
      to.append(JSON.writeValueAsString(node));
    }
  }
}
