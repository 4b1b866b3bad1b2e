"""Converts a place by PROJ. Arguments: longitude, latitude, EPSG codes. Prints JSON.

For each code the coordinates in the order of its axes as EPSG has them.
"""

import json
import sys

from osgeo import osr

osr.UseExceptions()
lon, lat = float(sys.argv[1]), float(sys.argv[2])
source = osr.SpatialReference()
# Latitude first.
source.ImportFromEPSG(4490)
converted = {}
for code in sys.argv[3:]:
    target = osr.SpatialReference()
    target.ImportFromEPSG(int(code))
    x, y, _ = osr.CoordinateTransformation(source, target).TransformPoint(lat, lon)
    converted[code] = [x, y]
print(json.dumps(converted))
