package zeren.desk;

import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A question that an account keeps.
 *
 * @param question the query of the desk's address, such as {@code city=郑州&radius=5000}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SavedSearch(String name, String question, Instant savedAt) {}
