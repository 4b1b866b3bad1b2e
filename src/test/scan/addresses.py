"""Writes what the scanners ask: every address of /api/openapi.json, with values that the reference city answers.

addresses.py BASE COOKIE FOLDER

COOKIE is the Cookie header of a browser that is logged in. FOLDER gets addresses.txt, one a line, for wapiti, and
requests.log, a proxy's log with methods, bodies and headers, for sqlmap; there, places in a path are marked with *.
"""

import json
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

# What ends the session that the scanners are logged in with. OpenApiAnswersHttpIT and HostileInputHttpIT try these.
LEFT_OUT = re.compile(
    r"(POST /log(in|out)|POST /api/account/password|POST /api/accounts/\{name\}/password"
    r"|DELETE /api/account/sessions.*|DELETE /api/accounts/\{name\}(/sessions)?)$"
)

# What is asked in several ways, each of which needs these; elsewhere what the description requires is enough.
WAYS = {
    "GET /api/who": [["lon", "lat"], ["feature"]],
    "GET /api/near": [["find", "around"], ["find", "lon", "lat"]],
}

# What the service takes, where the least that its schema allows is not that.
SITE = {
    "type": "Feature", "geometry": {"type": "Point", "coordinates": [113.24, 35.22]},
    "properties": {"name": "scan", "type": "building"},
}
BODIES = {
    "POST /api/who": {"places": [{"lon": 113.24, "lat": 35.22, "topic": "dust", "at": "2026-01-01"}]},
    "POST /api/responsibility/preview": {"layer": "site", "features": [{**SITE, "id": "scan"}]},
    "PUT /api/layers/{layer}/features/{id}": {**SITE, "valid_from": "2026-01-01"},
    "POST /api/layers/{layer}/edits": {"set": {"note": "scan"}, "features": [{"id": "SYN-S0001"}], "dry_run": True},
    "POST /ogc/collections/{layer}/items": {**SITE, "valid_from": "2026-01-01"},
    "PUT /ogc/collections/{layer}/items/{id}": {**SITE, "valid_from": "2026-01-01"},
    "PATCH /ogc/collections/{layer}/items/{id}": {"properties": {"note": "scan"}},
    "POST /api/accounts": {"name": "scan", "role": "viewer"},
    "PUT /api/accounts/{name}": {"role": "admin"},
    "PUT /api/desk/searches/{name}": {"question": "radius=5000"},
    "PUT /api/desk/columns": {"columns": ["name"]},
    "POST /api/desk/table": {"columns": ["name"], "rows": [{"layer": "site", "id": "SYN-S0001"}]},
    "POST /api/account/tokens": {"name": "scan", "days": 1},
    "PUT /api/operation/extent": {"extent": [112.5, 34, 114, 36]},
    "PUT /api/audits/findings/{id}/acceptance": {"reason": "scan"},
}

VALUES = {
    "accuracy_m": "20", "around": "station", "at": "2026-01-01", "bbox": "113,35,113.5,35.5", "before": "9",
    "col": "834", "collections": "site", "datetime": "2026-01-01", "filter": "name = 'x'", "find": "site",
    "from": "2026-01-01", "head": "00", "lat": "35.22", "layer": "site", "layers": "site", "level": "village", "limit": "5",
    "lon": "113.24", "name": "mine", "number": "1", "offset": "1", "q": "x", "radius": "3000", "role": "chief",
    "row": "404", "set": "WebMercatorQuad", "text": "x", "to": "2026-12-31", "tolerance": "1", "topic": "dust",
    "validFrom": "2026-01-01", "verdict": "wrong", "where": "name = 'x'", "width": "1", "windFrom": "10",
    "windSpread": "30", "within": "POLYGON((113 35, 114 35, 114 36, 113 35))", "x": "834", "y": "404", "z": "10",
}
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


class Zeren:
    def __init__(self, base, cookie):
        self.base = base
        self.headers = {"Cookie": cookie, "Accept": "*/*"}
        with urllib.request.urlopen(urllib.request.Request(base + "/desk", headers=self.headers), timeout=60) as page:
            self.headers["X-XSRF-TOKEN"] = re.search('data-csrf="([^"]+)"', page.read().decode()).group(1)

    def status(self, address):
        request = urllib.request.Request(self.base + address, headers=self.headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                answer.read()
                return answer.status
        except urllib.error.HTTPError as refused:
            return refused.code

    def json(self, address):
        return self.answer(urllib.request.Request(self.base + address, headers=self.headers))

    def post(self, address, body, kind):
        headers = {**self.headers, "Content-Type": kind}
        return self.answer(urllib.request.Request(self.base + address, body.encode(), headers, method="POST"))

    @staticmethod
    def answer(request):
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)


def prepare(zeren):
    """An import and a run of the audits, so that there is one to ask for; their ids."""
    rows = "id,name,type,lon,lat\r\nSCAN-1,scan,building,113.24,35.22\r\n"
    head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.csv\"\r\n\r\n"
    upload = zeren.post("/api/imports?layer=site", head + rows + "\r\n--b--\r\n", "multipart/form-data; boundary=b")
    run = zeren.post("/api/audits/runs", "", "application/json")
    while zeren.json("/api/audits/runs/%s" % run["id"])["state"] == "running":
        time.sleep(0.2)
    return upload["id"], run["id"]


def ids(zeren):
    """Of something that is there, by the beginning of the address."""

    def first(layer):
        return zeren.json("/ogc/collections/%s/items?limit=1&f=json" % layer)["features"][0]["id"]

    upload, run = prepare(zeren)
    finding = zeren.json("/api/audits/findings?limit=1")["items"][0]["id"]
    return [
        ("/api/my", first("grid_cell")), ("/cell/", first("grid_cell")), ("/api/zones/", first("station")),
        ("/api/trail/", "1"), ("/api/audits/runs/", run), ("/api/audits/findings/", finding),
        ("/api/imports/", upload), ("/api/jobs/", upload), ("/ogc/tileMatrixSets/", "WebMercatorQuad"),
        ("/api/accounts/", "admin"), ("", first("site")),
    ]


def pair(path, parameter, known):
    """The name and the value of a parameter; the name is another where any field may stand."""
    name, schema = parameter["name"], parameter.get("schema", {})
    if name == "fields":
        return ("site.name" if "tiles/" in path else "name", "x")
    if name == "crs" or name.endswith("-crs"):
        return (name, schema.get("default", CRS84))
    if name == "layer" and path.startswith("/api/zones/"):
        return (name, "station")
    if name == "layer" and re.match("/api/audits/(gaps|overlaps)", path):
        return (name, "grid_cell")
    if name == "feature":
        return (name, "site/" + known[-1][1])
    if path == "/api/near" and name == "id":
        return (name, next(one for start, one in known if start == "/api/zones/"))
    if name == "cell" or (name in ("id", "name") and parameter["in"] == "path" and "searches" not in path):
        return (name, str(next(one for start, one in known if path.startswith(start))))
    choices = schema.get("enum") or schema.get("items", {}).get("enum")
    if choices:
        return (name, schema.get("default", choices[0]))
    if schema.get("type") == "boolean":
        return (name, "true")
    return (name, VALUES.get(name, "x"))


def body(schema, document, depth=0):
    """The smallest thing that the schema allows, with every member it names, so that each is tried."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    for kind in ("oneOf", "anyOf", "allOf"):
        if kind in schema:
            return body(schema[kind][0], document, depth)
    kind = schema.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        named = schema.get("properties", {})
        return {name: body(of, document, depth + 1) for name, of in named.items()} if depth < 4 else {}
    if kind == "array":
        return [body(schema.get("items", {}), document, depth + 1)]
    if kind in ("integer", "number"):
        return 1
    if kind == "boolean":
        return False
    return schema.get("enum", ["x"])[0]


def address(path, parameters, chosen, known, mark=""):
    for one in parameters:
        if one["in"] == "path":
            text = urllib.parse.quote(pair(path, one, known)[1], safe="")
            path = path.replace("{%s}" % one["name"], text + mark)
    query = urllib.parse.urlencode([(name, text) for name, text in chosen])
    return path + ("?" + query if query else "")


def chosen_sets(zeren, method, path, parameters, known):
    """Query strings that between them name every parameter: as many together as the service takes."""
    query = [one for one in parameters if one["in"] == "query"]
    ways = WAYS.get(method + " " + path, [[one["name"] for one in query if one.get("required")]])
    sets, taken = [], set()
    for way in ways:
        together = [pair(path, one, known) for one in query if one["name"] in way]
        for one in query:
            more = together + [pair(path, one, known)]
            if one["name"] in way:
                continue
            if method != "GET" or zeren.status(address(path, parameters, more, known)) < 400:
                together = more
        sets.append(together)
        taken.update(name for name, _ in together)
    # What did not fit goes by itself, and is refused.
    sets += [[pair(path, one, known)] for one in query if pair(path, one, known)[0] not in taken]
    return sets


def main():
    base, cookie, folder = sys.argv[1:]
    zeren = Zeren(base, cookie)
    document = zeren.json("/api/openapi.json")
    known = ids(zeren)
    addresses, log, parameters_tried, refused = [], [], 0, []
    line = "=" * 54
    host = urllib.parse.urlsplit(base).netloc
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            method = method.upper()
            if LEFT_OUT.match(method + " " + path):
                continue
            content = operation.get("requestBody", {}).get("content", {})
            if "multipart/form-data" in content:
                content = {}
            parameters = [one for one in operation.get("parameters", []) if "name" in one]
            for chosen in chosen_sets(zeren, method, path, parameters, known):
                plain = address(path, parameters, chosen, known)
                if method == "GET":
                    addresses.append(base + plain)
                    code = zeren.status(plain)
                    if code >= 400:
                        refused.append("%d %s" % (code, plain))
                if not chosen and not content and "{" not in path:
                    continue
                head = ["%s %s HTTP/1.1" % (method, address(path, parameters, chosen, known, "*")), "Host: " + host]
                head += ["%s: %s" % header for header in zeren.headers.items()]
                if any(one["name"] == "If-Match" for one in parameters):
                    head.append('If-Match: "1"')
                sent = ""
                if content:
                    kind, schema = next(iter(content.items()))
                    head.append("Content-Type: " + kind)
                    known_good = BODIES.get(method + " " + path)
                    sent = json.dumps(known_good or body(schema.get("schema", {}), document))
                log.append("\r\n".join([line, "12:00:00  " + base + "  [127.0.0.1]", line] + head + ["", sent]))
                parameters_tried += len(chosen) + path.count("{")
    with open(folder + "/addresses.txt", "w") as out:
        out.write("\n".join(addresses) + "\n")
    with open(folder + "/requests.log", "w", newline="") as out:
        out.write("\r\n".join(log) + "\r\n" + line + "\r\n")
    print("%d addresses; %d requests with %d parameters and places" % (len(addresses), len(log), parameters_tried))
    for one in refused:
        print("  refused as it is: " + one)


if __name__ == "__main__":
    main()
