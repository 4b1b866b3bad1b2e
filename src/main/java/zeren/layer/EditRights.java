package zeren.layer;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import zeren.problem.ProblemException;

/**
 * Whether an account may change a feature: its role by the declaration of the layer, and its scope
 * by where the feature lies before the edit and after it.
 */
@Component
class EditRights {

  private final Declarations declarations;
  private final Scopes scopes;
  private final Clock clock;

  EditRights(Declarations declarations, Scopes scopes, Clock clock) {
    this.declarations = declarations;
    this.scopes = scopes;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 403 when the account edits nothing in the layer
   */
  void check(Viewer editor, String layer) {
    boolean allowed =
        declarations
            .find(layer)
            .filter(declared -> editor.seesMoreOf(declared))
            .filter(declared -> declared.edit().contains(editor.role()))
            .isPresent();
    if (!allowed) {
      throw refused("This account may not change features of layer '%s'.".formatted(layer));
    }
  }

  /**
   * @param geometry where the feature lies before or after the edit; null when it is not there
   * @throws ProblemException 403 when that is outside of what the account is for
   */
  void check(Viewer editor, String layer, String id, @Nullable Geometry geometry) {
    if (geometry != null && !scopes.isWithin(editor.scope(), geometry, LocalDate.now(clock))) {
      throw refused(
          "This account may only change what lies in its districts and cells; '%s' of layer '%s' is or would be elsewhere."
              .formatted(id, layer));
    }
  }

  private static ProblemException refused(String detail) {
    return new ProblemException(HttpStatus.FORBIDDEN, "out-of-scope", "Out of scope", detail);
  }
}
