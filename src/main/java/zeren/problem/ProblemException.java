package zeren.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A refusal with its reason. The message is shown to the caller: it names the parameter, row or
 * coordinate and what would be right, and nothing the caller may not see.
 */
public class ProblemException extends RuntimeException {

  private final HttpStatus status;
  private final String slug;
  private final String title;
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  /**
   * @param slug last part of the problem type, such as {@code bad-parameter}
   * @param title the kind of problem in a few words, the same for every problem of this type
   * @param detail what was wrong this time and what would be right
   */
  public ProblemException(HttpStatus status, String slug, String title, String detail) {
    super(detail);
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  /** A query parameter whose value cannot be used. */
  public static ProblemException badParameter(String parameter, String detail) {
    return new ProblemException(
            HttpStatus.BAD_REQUEST, "bad-parameter", "A parameter cannot be used", detail)
        .with("parameter", parameter);
  }

  /** A query parameter whose value is not one of a closed list. */
  public static ProblemException badParameter(
      String parameter, String detail, Collection<?> allowed) {
    return badParameter(parameter, detail).with("allowed", allowed);
  }

  /** Something named in the path that is not there, or not there for this caller. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "Not Found", detail);
  }

  /** The same, with the place in a longer list named before the detail. */
  public ProblemException in(String where) {
    ProblemException located = new ProblemException(status, slug, title, where + getMessage());
    located.members.putAll(members);
    return located;
  }

  /** Adds an extension member, such as {@code allowed} or {@code location}. */
  public ProblemException with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  public HttpStatus status() {
    return status;
  }

  /** After how many seconds it may be tried again, where a member {@code retryAfter} says that. */
  public @Nullable Long retryAfter() {
    return members.get("retryAfter") instanceof Long seconds ? seconds : null;
  }

  /**
   * The body to send.
   *
   * @param instance the path of the request; left out where it is none that a URI can have, such as
   *     {@code //}
   */
  public ProblemDetail toBody(@Nullable String instance) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, String.valueOf(getMessage()));
    body.setType(URI.create("/problems/" + slug));
    body.setTitle(title);
    if (instance != null) {
      try {
        body.setInstance(new URI(instance));
      } catch (URISyntaxException e) {
        // A request line may have what a URI may not.
      }
    }
    members.forEach(body::setProperty);
    return body;
  }
}
