package zeren.filter;

import org.jspecify.annotations.Nullable;
import zeren.problem.ProblemException;

/**
 * A value in a filter that is JSON.
 *
 * @param parameter the query parameter that the filter came in
 * @param parent the object or array it is in; null for the whole
 * @param step its name or its number there
 */
record JsonPlace(String parameter, @Nullable JsonPlace parent, String step) implements Place {

  static JsonPlace root(String parameter) {
    return new JsonPlace(parameter, null, "");
  }

  JsonPlace at(String name) {
    return new JsonPlace(parameter, this, name);
  }

  JsonPlace at(int index) {
    return at(String.valueOf(index));
  }

  /** The JSON pointer (RFC 6901) from the whole to here. */
  String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (JsonPlace place = this; place.parent != null; place = place.parent) {
      pointer.insert(0, "/" + place.step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  @Override
  public ProblemException problem(String message) {
    String pointer = pointer();
    return ProblemException.badParameter(
            parameter,
            Place.wellFormed(
                "Parameter '%s'%s: %s."
                    .formatted(parameter, pointer.isEmpty() ? "" : ", " + pointer, message)))
        .with("pointer", pointer);
  }
}
