package zeren.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeren.problem.ProblemException;
import zeren.problem.WholeBody;

/** Reads a question that comes as a JSON object in the body of a request. */
@Component
class JsonQuestion {

  private final JsonMapper json;

  JsonQuestion(JsonMapper json) {
    this.json = json;
  }

  /**
   * @throws ProblemException 413 when it is longer than allowed, 400 when it is no JSON object or
   *     has other members
   */
  JsonNode read(HttpServletRequest request, int mostBytes, Set<String> members) throws IOException {
    if (request.getQueryString() != null) {
      throw bad("this address takes no parameters: all of the question stands in the body");
    }
    byte[] body;
    try (InputStream in = request.getInputStream()) {
      body = WholeBody.read(in, request.getContentLengthLong(), mostBytes);
    }
    JsonNode tree = parse(body);
    allowOnly(tree, members);
    return tree;
  }

  private JsonNode parse(byte[] body) {
    try {
      @Nullable JsonNode tree = json.readTree(body);
      if (tree != null && tree.isObject()) {
        return tree;
      }
      throw bad("the body must be a JSON object");
    } catch (JacksonException e) {
      throw bad("the body is not JSON: " + e.getOriginalMessage());
    }
  }

  /**
   * @throws ProblemException 400 that names a member that is not among them
   */
  static void allowOnly(JsonNode object, Set<String> members) {
    for (String member : object.propertyNames()) {
      if (!members.contains(member)) {
        throw bad(
            "member '%s' is not known here; known: %s"
                .formatted(member, String.join(", ", members.stream().sorted().toList())));
      }
    }
  }

  /** The text of a member that may be left out. */
  static @Nullable String text(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node.asString("");
  }

  /**
   * The day of a member that may be left out.
   *
   * @throws ProblemException 400 when there is no such day
   */
  static @Nullable LocalDate day(JsonNode node) {
    String text = text(node);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw bad("'at' must be a day that exists, written like 2026-11-22");
    }
  }

  static ProblemException bad(String reason) {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "bad-request", "The question cannot be answered", reason + ".");
  }
}
