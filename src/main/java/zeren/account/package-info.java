/**
 * Accounts: who may log in, and what of the layers they may see. So far one account, {@code admin}.
 * May use {@code problem}, {@code openapi}, {@code database}, {@code layer}.
 */
@ApplicationModule(allowedDependencies = {"problem", "openapi", "database", "layer"})
@NullMarked
package zeren.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
