package zeren.responsibility;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a run came to for one kind.
 *
 * @param found how many there are now, accepted ones too
 * @param fresh of these, how many were never found before
 * @param again of these, how many were there already
 * @param resolved how many that were there are no more
 * @param reopened how many of those found had been resolved once
 * @param ms how long the audit took that looks for this kind, in milliseconds
 */
public record FindingChanges(
    String kind,
    int found,
    @JsonProperty("new") int fresh,
    int again,
    int resolved,
    int reopened,
    long ms) {}
