/**
 * Layers: what is declared about them, every version of their features, and the in-memory snapshots
 * that all readers see. Other modules read through {@link zeren.layer.LayerCatalog} and write
 * through {@link zeren.layer.FeatureStore}.
 */
@ApplicationModule(allowedDependencies = {"geo", "problem", "openapi", "database", "trail"})
@NullMarked
package zeren.layer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
