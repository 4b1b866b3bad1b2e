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

  /**
   * The service itself, or whoever sits at its console: nothing is closed to them.
   *
   * @param name for what is recorded
   */
  public static Viewer service(String name) {
    return new Viewer(name, Role.ADMIN, Scope.ALL);
  }

  /** Whether everything internal may be shown, wherever it is. */
  public boolean seesInternal() {
    return role != null && scope.isAll();
  }

  /** Whether the service and its accounts may be managed. */
  public boolean isAdministrator() {
    return role == Role.ADMIN;
  }

  /** Whether objects may be changed, somewhere. */
  public boolean mayEdit() {
    return role != null && role != Role.VIEWER;
  }

  /** Whether features of the layer may be changed, where the scope reaches. */
  public boolean mayEdit(LayerDeclaration layer) {
    return role != null && layer.edit().contains(role) && seesMoreOf(layer);
  }

  /** Whether files may be imported, as far as the scope reaches. */
  public boolean mayImport() {
    return isOffice() || role == Role.DISTRICT;
  }

  /** Whether what concerns the whole city may be done: audits, the imports of others. */
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

  /**
   * The account's name, for what is recorded of imports.
   *
   * @throws ProblemException 404 for whoever has no account, and 403 for who may not import
   */
  public String importer() {
    return nameIf(mayImport(), "This account may not import files.");
  }

  /**
   * The same for one layer.
   *
   * @throws ProblemException likewise
   */
  public String importer(LayerDeclaration layer) {
    return nameIf(
        mayImport() && mayEdit(layer),
        "This account may not import to layer '%s'.".formatted(layer.id()));
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
