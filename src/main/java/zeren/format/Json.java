package zeren.format;

import java.io.Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that nobody vouches for. */
final class Json {

  private static final int DEEPEST = 100;

  private final JsonMapper mapper;

  Json(FormatLimits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(limits.cellCharacters())
            .build();
    mapper =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  JsonParser parser(Reader text) {
    return mapper.createParser(text);
  }

  /** The value that starts at the parser's token. */
  JsonNode tree(JsonParser parser) {
    return mapper.readTree(parser);
  }

  /** The one value of a text; anything behind it is an error. */
  JsonNode tree(String text) {
    return mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
  }

  /** What is wrong, without Jackson's own words about where. */
  static FormatException refusal(JacksonException thrown) {
    FormatException refusal = RefusedReadException.refusalIn(thrown);
    if (refusal != null) {
      return refusal;
    }
    TokenStreamLocation at = thrown.getLocation();
    String line = at == null ? "" : " near line " + at.getLineNr() + ", column " + at.getColumnNr();
    if (thrown instanceof StreamConstraintsException) {
      return new FormatException(
          "json-limit", "The JSON is too large" + line + ": " + thrown.getOriginalMessage(), null);
    }
    return thrown instanceof UnexpectedEndOfInputException
        ? new FormatException(
            "truncated", "The JSON ends in the middle" + line + "; upload the file once more", null)
        : new FormatException(
            "not-json", "The file is no JSON" + line + ": " + thrown.getOriginalMessage(), null);
  }
}
