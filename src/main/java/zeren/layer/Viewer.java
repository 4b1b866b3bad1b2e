package zeren.layer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import zeren.problem.ProblemException;

/**
 * Whoever is asking, as far as it decides what may leave the server and what may be changed.
 *
 * @param name name of the account; null without one
 * @param role null without an account
 * @param scope where the role's rights hold; elsewhere the viewer is one of the public
 */
public record Viewer(@Nullable String name, @Nullable Role role, Scope scope) {

  /** Somebody without an account. */
  public static final Viewer ANONYMOUS = new Viewer(null, null, Scope.ALL);

  /** The service itself, which sees everything. */
  public static Viewer service(String name) {
    return new Viewer(name, Role.VIEWER, Scope.ALL);
  }

  /** Whether everything internal may be shown, wherever it is. */
  public boolean seesInternal() {
    return role != null && scope.isAll();
  }

  /** Whether objects may be changed, somewhere. */
  public boolean mayEdit() {
    return role != null && role != Role.VIEWER;
  }

  /** Whether what concerns the whole city may be done: imports, audits, undo. */
  public boolean isOffice() {
    return role != null && role.isOffice();
  }

  /**
   * The account's name, for what is recorded of an edit.
   *
   * @throws ProblemException 404 for whoever has no account, who is told nothing of what is behind
   *     the door, and 403 for one who may not change anything
   */
  public String editor() {
    return nameIf(mayEdit(), "This account may look at the data, not change it.");
  }

  /**
   * The account's name, for what is recorded of work on the whole city.
   *
   * @throws ProblemException 404 for whoever has no account, and 403 for who is not of the office
   */
  public String officer() {
    return nameIf(isOffice(), "This is for accounts of the office.");
  }

  private String nameIf(boolean allowed, String refusal) {
    if (name == null) {
      throw ProblemException.notFound("There is nothing at this address.");
    }
    if (!allowed) {
      throw new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Forbidden", refusal);
    }
    return name;
  }

  boolean maySee(LayerDeclaration layer) {
    return layer.visibility() == Visibility.PUBLIC || seesMoreOf(layer);
  }

  /** Whether something of the layer may be shown that the public may not see. */
  boolean seesMoreOf(LayerDeclaration layer) {
    return role != null && scope.holdsLayer(layer.id());
  }
}
