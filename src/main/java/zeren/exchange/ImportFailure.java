package zeren.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Why an import could not be carried through.
 *
 * @param code countable, such as {@code not-utf8}
 * @param detail for people
 * @param location where in the file; null when there is no such place
 */
public record ImportFailure(String code, String detail, @Nullable String location) {}
