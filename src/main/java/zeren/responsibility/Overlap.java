package zeren.responsibility;

import java.util.List;
import java.util.Objects;

/** Two or more of the same rank who hold one role that only one can hold. */
public record Overlap(Role role, List<Party> parties, List<FeatureRef> scopes) {

  Overlap forThePublic() {
    return new Overlap(
        role,
        parties.stream().map(Party::forThePublic).filter(Objects::nonNull).distinct().toList(),
        scopes);
  }
}
