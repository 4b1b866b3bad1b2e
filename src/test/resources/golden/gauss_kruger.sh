#!/bin/sh
# Prints gauss_kruger.csv: CGCS2000 degrees and what PROJ makes of them in EPSG:4513 to 4554.
# Needs cs2cs (Debian: proj-bin). cs2cs takes and gives the axes in EPSG order: latitude first, northing first.
set -eu
echo "# sh gauss_kruger.sh > gauss_kruger.csv, with PROJ $(cs2cs 2>&1 | sed -n 's/^Rel\. \([0-9.]*\),.*/\1/p')"
echo "epsg,lon,lat,easting,northing"
for zone in $(seq 0 20); do
  meridian=$((75 + 3 * zone))
  for epsg in $((4513 + zone)) $((4534 + zone)); do
    for point in "-1.5 $((4 + 2 * zone)).25" "0.7 $((50 - 2 * zone)).123456789" "4.0 34.75"; do
      lon=$(echo "$meridian ${point% *}" | awk '{ print $1 + $2 }')
      echo "${point#* } $lon" |
        cs2cs -f %.6f EPSG:4490 "EPSG:$epsg" |
        awk -v epsg="$epsg" -v lon="$lon" -v lat="${point#* }" '{ printf "%s,%s,%s,%s,%s\n", epsg, lon, lat, $2, $1 }'
    done
  done
done
