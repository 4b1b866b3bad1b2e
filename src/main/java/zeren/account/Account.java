package zeren.account;

/**
 * @param passwordHash in the form of Spring Security's delegating encoder, such as {@code
 *     {bcrypt}…}
 * @param role {@code admin}
 */
record Account(String name, String passwordHash, String role) {}
