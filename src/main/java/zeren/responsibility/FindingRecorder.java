package zeren.responsibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Compares what an audit found with what is known, and writes what has changed. */
@Component
class FindingRecorder {

  private final FindingRepository findings;
  private final FindingWriteRepository writer;

  FindingRecorder(FindingRepository findings, FindingWriteRepository writer) {
    this.findings = findings;
    this.writer = writer;
  }

  /**
   * To be called in the transaction of the run.
   *
   * @param kinds what the audit settles
   * @param ms how long it took
   * @return one for each kind
   */
  List<FindingChanges> record(
      Collection<FindingKind> kinds,
      List<FindingDraft> found,
      long ms,
      FindingWriteRepository.Writing writing) {
    List<FindingMatch.Known> known = findings.findKnown(kinds);
    List<FindingMatch> matches = FindingMatch.of(found, known);
    List<FindingMatch.Known> gone = gone(matches, known);
    insertNew(matches, writing);
    seeAgain(matches, writing);
    writer.resolve(gone.stream().map(FindingMatch.Known::id).toList(), writing);
    return kinds.stream().sorted().map(kind -> changes(kind, matches, gone, ms)).toList();
  }

  private static List<FindingMatch.Known> gone(
      List<FindingMatch> matches, List<FindingMatch.Known> known) {
    Set<Long> seen = new HashSet<>();
    for (FindingMatch match : matches) {
      if (match.known() != null) {
        seen.add(match.known().id());
      }
    }
    return known.stream().filter(one -> !one.isResolved() && !seen.contains(one.id())).toList();
  }

  private void insertNew(List<FindingMatch> matches, FindingWriteRepository.Writing writing) {
    long number = writer.findLastNumber();
    List<FindingWriteRepository.Numbered> fresh = new ArrayList<>();
    for (FindingMatch match : matches) {
      if (match.known() == null) {
        fresh.add(new FindingWriteRepository.Numbered(++number, match.draft()));
      }
    }
    writer.insert(fresh, writing);
  }

  private void seeAgain(List<FindingMatch> matches, FindingWriteRepository.Writing writing) {
    List<FindingWriteRepository.Numbered> again = new ArrayList<>();
    List<Long> reopened = new ArrayList<>();
    for (FindingMatch match : matches) {
      FindingMatch.Known known = match.known();
      if (known != null) {
        again.add(new FindingWriteRepository.Numbered(known.id(), match.draft()));
        if (known.isResolved()) {
          reopened.add(known.id());
        }
      }
    }
    writer.seeAgain(again, writing);
    writer.insertEvents("reopened", reopened, writing);
  }

  private static FindingChanges changes(
      FindingKind kind, List<FindingMatch> matches, List<FindingMatch.Known> gone, long ms) {
    int found = 0;
    int fresh = 0;
    int reopened = 0;
    for (FindingMatch match : matches) {
      if (match.draft().kind() == kind) {
        found++;
        FindingMatch.Known known = match.known();
        fresh += known == null ? 1 : 0;
        reopened += known != null && known.isResolved() ? 1 : 0;
      }
    }
    int resolved = (int) gone.stream().filter(one -> one.kind() == kind).count();
    return new FindingChanges(
        kind.code(), found, fresh, found - fresh - reopened, resolved, reopened, ms);
  }
}
