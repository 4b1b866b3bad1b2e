package zeren.layer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import zeren.problem.ProblemException;

/**
 * Whoever is asking, as far as it decides what may leave the server.
 *
 * @param name name of the account; null without one
 * @param seesInternal whether internal layers and fields may be shown
 * @param mayEdit whether what is recorded may be changed
 */
public record Viewer(@Nullable String name, boolean seesInternal, boolean mayEdit) {

  /** Somebody without an account. */
  public static final Viewer ANONYMOUS = new Viewer(null, false, false);

  /**
   * The account's name, for what is recorded.
   *
   * @throws ProblemException 404 for whoever has no account, who is told nothing of what is behind
   *     the door, and 403 for one who may not change anything
   */
  public String editor() {
    if (name == null) {
      throw ProblemException.notFound("There is nothing at this address.");
    }
    if (!mayEdit) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "forbidden",
          "Forbidden",
          "This account may look at the data, not change it.");
    }
    return name;
  }

  boolean maySee(LayerDeclaration layer) {
    return seesInternal || layer.visibility() == Visibility.PUBLIC;
  }

  boolean maySee(LayerField field) {
    return seesInternal || field.visibility() != Visibility.INTERNAL;
  }
}
