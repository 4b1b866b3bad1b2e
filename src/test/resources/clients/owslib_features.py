"""Reads the OGC API with OWSLib. Argument: the address of the landing page. Prints JSON."""

import json
import sys

from owslib.ogcapi.features import Features

service = Features(sys.argv[1])
found = service.collection_items("station", limit=7, filter="level = 'national'")
print(
    json.dumps(
        {
            "title": service.links and service.response.get("title"),
            "conformance": service.conformance()["conformsTo"],
            "collections": service.collections()["collections"] and service.feature_collections(),
            "matched": found["numberMatched"],
            "returned": found["numberReturned"],
            "item": service.collection_item("station", "s20499")["properties"]["name"],
            "queryables": list(service.collection_queryables("station")["properties"]),
        }
    )
)
