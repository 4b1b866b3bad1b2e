/** Answers, audits and joint control over HTTP. */
@NullMarked
package zeren.responsibility.web;

import org.jspecify.annotations.NullMarked;
