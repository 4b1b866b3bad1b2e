package zeren.layer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account is for. How much of the layers it may see and edit follows from it. */
public enum Role {
  /** Runs the service: everything, and the accounts. */
  @JsonProperty("admin")
  ADMIN,
  /** The office: everything that is recorded. */
  @JsonProperty("office")
  OFFICE,
  /** A district: what lies in it. */
  @JsonProperty("district")
  DISTRICT,
  /** A grid manager: the objects in the own cells. */
  @JsonProperty("grid_manager")
  GRID_MANAGER,
  /** Looks, and changes nothing. */
  @JsonProperty("viewer")
  VIEWER;

  /** The name in JSON, in declarations and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> find(String code) {
    return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
  }

  /** Whether imports, audits and what else concerns the whole city may be done. */
  public boolean isOffice() {
    return this == ADMIN || this == OFFICE;
  }
}
