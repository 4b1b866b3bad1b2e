package zeren.my;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import zeren.layer.GeoJsonFeature;

/**
 * All that a phone needs to go on without the network.
 *
 * @param areas the cells and districts that the account is for, with how many objects lie in each
 * @param objects what needs doing most first
 * @param total how many objects there are; more than are listed where there are very many
 * @param referred what the listed objects refer to, each once
 */
public record OwnWork(
    LocalDate day,
    List<GeoJsonFeature> areas,
    List<OwnObject> objects,
    int total,
    Collection<ReferredName> referred) {}
