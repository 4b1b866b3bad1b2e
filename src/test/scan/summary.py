"""Prints what the scanners reported, and what the service itself counted meanwhile.

summary.py FOLDER, with the files of bin/scan.
"""

import collections
import csv
import glob
import json
import re
import sys


def wapiti(folder, name):
    with open("%s/wapiti-%s.json" % (folder, name)) as file:
        report = json.load(file)
    with open("%s/wapiti-%s.txt" % (folder, name), errors="replace") as file:
        crawled = len(re.findall(r"^\[\+\] (GET|POST)", file.read(), re.M))
    print("wapiti, %s: %d addresses and forms crawled" % (name, crawled))
    for kind in ("vulnerabilities", "anomalies"):
        found = {title: rows for title, rows in report[kind].items() if rows}
        print("  %s: %s" % (kind, "none" if not found else ""))
        for title, rows in sorted(found.items()):
            print("    %d × %s" % (len(rows), title))
            for row in rows[:5]:
                print("      %s %s %s" % (row["method"], row["path"], row["info"][:160]))


def sqlmap(folder):
    with open(folder + "/sqlmap.txt", errors="replace") as file:
        log = file.read()
    tested = len(re.findall(r"testing URL '", log))
    parameters = len(re.findall(r"testing for SQL injection on", log))
    print("sqlmap: %d requests with %d parameters tested thoroughly" % (tested, parameters))
    for place in sorted(set(re.findall(r"(.*(?:heuristic \(basic\) test shows that .* might be injectable|appears to be '.*).*)", log))):
        print("  suspected: " + place[:200])
    rows = []
    for name in glob.glob(folder + "/sqlmap/results-*.csv"):
        with open(name) as file:
            rows += [row for row in csv.DictReader(file) if row.get("Technique(s)")]
    dismissed = [row for row in rows if "false positive" in row["Note(s)"]]
    found = [row for row in rows if row not in dismissed]
    print("  injections found: %s; suspected and dismissed by itself: %d" % (len(found) or "none", len(dismissed)))
    for row in found:
        print("    %s %s %s" % (row["Target URL"], row["Parameter"], row["Technique(s)"]))
    failed = set(re.findall(r"\[CRITICAL\] (.*)", log))
    for line in sorted(failed):
        print("  it said: " + line[:200])


def service(folder):
    statuses = collections.Counter()
    failures = []
    with open(folder + "/metrics.txt") as file:
        for line in file:
            if line.startswith("http_server_requests_seconds_count"):
                labels = dict(re.findall(r'(\w+)="([^"]*)"', line))
                count = int(float(line.rsplit(" ", 1)[1]))
                statuses[labels["status"]] += count
                if labels["status"].startswith("5"):
                    failures.append("%d × %s %s %s" % (count, labels["status"], labels["method"], labels["uri"]))
    total = sum(statuses.values())
    print("the service: %d requests; %s" % (total, ", ".join("%s: %d" % one for one in sorted(statuses.items()))))
    for line in failures:
        print("  " + line)
    with open(folder + "/zeren.log", errors="replace") as file:
        errors = [line for line in file if re.match(r"\S+ +ERROR", line)]
    print("  errors in its log: %s" % (len(errors) or "none"))
    for line in errors[:5]:
        print("    " + line.strip()[:200])


if __name__ == "__main__":
    folder = sys.argv[1]
    wapiti(folder, "stranger")
    wapiti(folder, "administrator")
    sqlmap(folder)
    service(folder)
