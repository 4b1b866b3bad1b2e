package zeren.account;

/**
 * @param isDue it is a one-time password, and has to be changed before anything else
 * @param isElsewhere a provider of logins asks for it; there is none here
 */
record StoredPassword(String hash, boolean isDue, boolean isElsewhere) {}
