package zeren.responsibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import zeren.responsibility.Answer;
import zeren.responsibility.Answers;
import zeren.responsibility.Basis;
import zeren.responsibility.FeatureRef;
import zeren.responsibility.Gap;
import zeren.responsibility.NearFeature;
import zeren.responsibility.Overlap;
import zeren.responsibility.Party;
import zeren.responsibility.Topic;

/** Answers as JSON. Distances in metres, to the decimetre. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record WhoBody(
    PlaceBody place,
    LocalDate at,
    String topic,
    List<AnswerBody> answers,
    List<GapBody> gaps,
    List<OverlapBody> overlaps,
    List<NearBody> nearEdge,
    List<NearBody> zones) {

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record PlaceBody(double lon, double lat, double accuracyM, @Nullable FeatureRef feature) {}

  /**
   * @param synthetic true of an invented one, else left out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PartyBody(
      String id,
      String name,
      String kind,
      @Nullable String phone,
      @Nullable PartyBody unit,
      @Nullable Boolean synthetic) {

    static PartyBody of(Party party) {
      Party unit = party.unit();
      return new PartyBody(
          party.id(),
          party.name(),
          party.kind(),
          party.phone(),
          unit == null ? null : of(unit),
          party.synthetic() ? true : null);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record AnswerBody(
      String role,
      List<String> topics,
      PartyBody party,
      FeatureRef scope,
      String rule,
      String because,
      double distance,
      @Nullable Double share,
      @Nullable Double scopeAccuracyM,
      boolean effective,
      @Nullable Integer rank,
      @Nullable Basis negatedBy,
      Basis basis,
      @Nullable String assignment) {

    static AnswerBody of(Answer answer, boolean whole) {
      return new AnswerBody(
          answer.role().code(),
          answer.topicCodes(),
          PartyBody.of(answer.party()),
          answer.scope(),
          answer.rule().code(),
          answer.because(),
          decimetres(answer.distance()),
          answer.share(),
          answer.scopeAccuracy(),
          answer.effective(),
          answer.assignment() == null ? null : answer.rank(),
          answer.negatedBy(),
          answer.basis(),
          whole ? answer.assignment() : null);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GapBody(
      String role, List<String> topics, String code, @Nullable FeatureRef scope, String reason) {

    static GapBody of(Gap gap) {
      return new GapBody(
          gap.role().code(), gap.topicCodes(), gap.code(), gap.scope(), gap.reason());
    }
  }

  record OverlapBody(String role, List<PartyBody> parties, List<FeatureRef> scopes) {

    static OverlapBody of(Overlap overlap) {
      return new OverlapBody(
          overlap.role().code(),
          overlap.parties().stream().map(PartyBody::of).toList(),
          overlap.scopes());
    }
  }

  record NearBody(String layer, String id, String name, double distance) {

    static NearBody of(NearFeature near) {
      FeatureRef feature = near.feature();
      return new NearBody(
          feature.layer(), feature.id(), feature.name(), decimetres(near.distance()));
    }
  }

  /**
   * @param whole whether ids of internal rows are shown
   */
  static WhoBody of(Answers answers, LocalDate day, @Nullable Topic topic, boolean whole) {
    return new WhoBody(
        new PlaceBody(
            answers.place().lon(),
            answers.place().lat(),
            answers.place().accuracy(),
            answers.place().feature()),
        day,
        topic == null ? Topic.ALL : topic.code(),
        answers.answers().stream().map(answer -> AnswerBody.of(answer, whole)).toList(),
        answers.gaps().stream().map(GapBody::of).toList(),
        answers.overlaps().stream().map(OverlapBody::of).toList(),
        answers.nearEdge().stream().map(NearBody::of).toList(),
        answers.zones().stream().map(NearBody::of).toList());
  }

  private static double decimetres(double metres) {
    return Math.round(metres * 10) / 10.0;
  }
}
