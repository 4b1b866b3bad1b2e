package zeren.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zeren.layer.Role;
import zeren.layer.Scope;

/** What the claims of a provider of logins mean here. */
final class OidcClaims {

  private final OidcSettings settings;

  OidcClaims(OidcSettings settings) {
    this.settings = settings;
    for (String role : settings.roles().values()) {
      if (Role.find(role).isEmpty()) {
        throw new IllegalArgumentException(
            "zeren.oidc.roles leads to '" + role + "', no role here");
      }
    }
  }

  /** Of several the one that comes first in {@link Role}, which may do the most. */
  Optional<Role> role(Map<String, Object> claims) {
    Set<String> values = values(claims, settings.roleClaim());
    Set<String> roles = new TreeSet<>();
    settings.roles().forEach((value, role) -> addIf(values.contains(value), roles, role));
    return Stream.of(Role.values()).filter(role -> roles.contains(role.code())).findFirst();
  }

  private static void addIf(boolean told, Set<String> roles, String role) {
    if (told) {
      roles.add(role);
    }
  }

  /** Everything when the claims name no part of it. */
  Scope scope(Map<String, Object> claims) {
    return new Scope(
        List.copyOf(values(claims, settings.districtClaim())),
        List.copyOf(values(claims, settings.cellClaim())),
        List.copyOf(values(claims, settings.layerClaim())));
  }

  /** A list or a single text; dots in the name of a claim lead inwards. */
  private static Set<String> values(Map<String, Object> claims, String claim) {
    @Nullable Object at = claims;
    for (String name : claim.split("\\.")) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    if (at instanceof Collection<?> list) {
      Set<String> values = new TreeSet<>();
      list.forEach(value -> values.add(String.valueOf(value)));
      return values;
    }
    return at == null ? Set.of() : Set.of(String.valueOf(at));
  }
}
