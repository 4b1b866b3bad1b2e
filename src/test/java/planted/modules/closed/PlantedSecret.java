package planted.modules.closed;

/** Something that a neighbour may not use. */
public record PlantedSecret(String value) {}
