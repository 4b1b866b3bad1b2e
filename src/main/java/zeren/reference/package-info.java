/**
 * The reference city: the synthetic part of what a demonstration needs, generated from a fixed seed
 * and marked as synthetic in every feature. May use geo, layer and exchange.
 */
@ApplicationModule(allowedDependencies = {"geo", "layer", "exchange"})
@NullMarked
package zeren.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
