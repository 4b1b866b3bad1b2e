package zeren.responsibility;

import java.util.List;

/** Two or more of the same rank who hold one role that only one can hold. */
public record Overlap(Role role, List<Party> parties, List<FeatureRef> scopes) {}
