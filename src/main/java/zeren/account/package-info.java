/**
 * Accounts: who may log in, and what of the layers they may see. With roles, scopes, logins and
 * tokens. May use {@code problem}, {@code openapi}, {@code database}, {@code layer}, {@code trail}.
 */
@ApplicationModule(allowedDependencies = {"problem", "openapi", "database", "layer", "trail"})
@NullMarked
package zeren.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
