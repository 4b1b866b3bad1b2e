package zeren.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.layer.GeometryType;

/**
 * Why nobody holds a role.
 *
 * @param code see {@link Gap#code}
 */
record GapReason(String code, @Nullable FeatureRef scope, String reason) {

  /** Less of an object than the rest is not missed: it comes from rounding. */
  private static final double WHOLE = 1 - Shares.ROUNDING;

  Gap toGap(Role role, Set<Topic> topics) {
    return new Gap(role, topics, code, scope, reason);
  }

  /**
   * @param decision null when nothing about the role applies here
   * @return empty when somebody holds it, for all of the object
   */
  static List<GapReason> of(
      Role role, @Nullable Decision decision, Surroundings here, List<DutyLayer> layers) {
    if (decision != null && isHeld(decision, here)) {
      return List.of();
    }
    List<GapReason> reasons = new ArrayList<>();
    if (decision != null) {
      decision.vacant().forEach((seat, share) -> reasons.add(noHolder(seat, share)));
      if (reasons.isEmpty() && decision.effective().isEmpty() && !decision.negated().isEmpty()) {
        Candidate out = closest(decision.negated().keySet());
        reasons.add(
            new GapReason(
                "not_responsible",
                out.scope.ref(),
                "Whoever applies is explicitly not responsible, and nobody else is named."));
        return reasons;
      }
    }
    double seated = decision == null ? 0 : decision.shareHeld() + vacantShare(decision);
    if (reasons.isEmpty() || (here.place().shape() != null && seated < WHOLE)) {
      reasons.add(nobody(role, here, layers, seated));
    }
    return reasons;
  }

  /** At a point where areas meet or overlap it is enough that one of them has a holder. */
  private static boolean isHeld(Decision decision, Surroundings here) {
    return here.place().shape() == null
        ? !decision.effective().isEmpty()
        : decision.vacant().isEmpty() && decision.shareHeld() >= WHOLE;
  }

  private static Candidate closest(Set<Candidate> candidates) {
    return candidates.stream()
        .min(
            ((Comparator<Candidate>) Candidate::compareCloseness)
                .thenComparingInt(candidate -> candidate.rank)
                .thenComparing(candidate -> candidate.scope.ref().id()))
        .orElseThrow();
  }

  private static double vacantShare(Decision decision) {
    return decision.vacant().values().stream().mapToDouble(share -> share).sum();
  }

  private static GapReason noHolder(Seat seat, double share) {
    FeatureRef scope = seat.ref();
    String part = seat.piece() == null ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100 * share);
    return new GapReason(
        "no_holder",
        scope,
        "%s '%s'%s has nobody in charge.".formatted(scope.layer(), scope.name(), part));
  }

  private static GapReason nobody(
      Role role, Surroundings here, List<DutyLayer> layers, double seated) {
    Place.ObjectRow object = here.place().object();
    if (object != null && standsFor(layers, object.layer(), role)) {
      return new GapReason(
          "no_holder", object.ref(), "The record of the object does not name who it is.");
    }
    Optional<DutyLayer> layer = layers.stream().filter(of -> of.role() == role).findFirst();
    if (layer.isEmpty() || layer.get().view().declaration().geometry() == GeometryType.POINT) {
      return new GapReason("no_assignment", null, "No assignment says who it is.");
    }
    if (layer.get().isLine()) {
      return new GapReason(
          "outside",
          null,
          String.format(
              Locale.ROOT,
              "No %s with somebody in charge lies within %.0f m.",
              layer.get().id(),
              layer.get().snapDistance()));
    }
    return new GapReason(
        "outside",
        null,
        seated > 0
            ? String.format(
                Locale.ROOT, "%.1f %% of it lie in no %s.", 100 * (1 - seated), layer.get().id())
            : "No " + layer.get().id() + " covers the place.");
  }

  private static boolean standsFor(List<DutyLayer> layers, String layer, Role role) {
    return layers.stream().anyMatch(of -> of.id().equals(layer) && of.role() == role);
  }
}
