package planted.modules.greedy;

import planted.modules.closed.PlantedSecret;

/** The planted bad import. */
public record PlantedReader(PlantedSecret secret) {}
