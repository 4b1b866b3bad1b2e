package zeren.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas that no record stands for. */
final class Problem {

  static final Schema SCHEMA = Schema.named("Problem");

  private Problem() {}

  /** A refusal by RFC 9457. */
  static Schema definition() {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put(
        "type", Schema.text().with("description", "Kind of problem: /problems/ and a word."));
    members.put("title", Schema.text());
    members.put("status", Schema.wholeNumber(400, 599));
    members.put(
        "detail", Schema.text().with("description", "What is wrong and what would be right."));
    members.put("instance", Schema.text().with("description", "The path that was asked for."));
    members.put(
        "parameter", Schema.text().with("description", "The parameter that cannot be used."));
    members.put(
        "allowed", Schema.list(Schema.ANY).with("description", "What it could be instead."));
    return Schema.object(members, List.of("type", "title", "status"))
        .with("description", "RFC 9457. Further members say where the problem is.")
        .with("additionalProperties", true);
  }
}
