package zeren.responsibility;

import org.jspecify.annotations.Nullable;

/**
 * What a responsibility is based on.
 *
 * @param document title of the document; null when the record does not say
 * @param clause the item or article in it
 */
public record Basis(@Nullable String document, @Nullable String clause) {}
