"""Prints chinese_datums.csv: WGS84 degrees of places and what they are in GCJ-02 and BD-09.

    python3 chinese_datums.py > chinese_datums.csv

Written from the public description of the two datums, apart from the Java code, with 40-digit arithmetic
(mpmath), so that both the formula and the rounding are checked.
"""

from mpmath import atan2, cos, mp, mpf, pi, sin, sqrt

mp.dps = 40
A = mpf(6378245)
EE = mpf("0.00669342162296594323")


def harmonics(terms):
    return sum(mpf(amplitude) * sin(frequency * pi) for amplitude, frequency in terms) * 2 / 3


def gcj02(lon, lat):
    u, v = lon - 105, lat - 35
    common = [(20, 6 * u), (20, 2 * u)]
    north = mpf(-100) + 2 * u + 3 * v + v * v / 5 + u * v / 10 + sqrt(abs(u)) / 5
    north += harmonics(common + [(20, v), (40, v / 3), (160, v / 12), (320, v / 30)])
    east = mpf(300) + u + 2 * v + u * u / 10 + u * v / 10 + sqrt(abs(u)) / 10
    east += harmonics(common + [(20, u), (40, u / 3), (150, u / 12), (300, u / 30)])
    phi = lat * pi / 180
    magic = 1 - EE * sin(phi) ** 2
    d_lat = north * 180 / (A * (1 - EE) / (magic * sqrt(magic)) * pi)
    d_lon = east * 180 / (A / sqrt(magic) * cos(phi) * pi)
    return lon + d_lon, lat + d_lat


def bd09(gcj_lon, gcj_lat):
    k = pi * 3000 / 180
    r = sqrt(gcj_lon**2 + gcj_lat**2) + mpf("0.00002") * sin(gcj_lat * k)
    t = atan2(gcj_lat, gcj_lon) + mpf("0.000003") * cos(gcj_lon * k)
    return r * cos(t) + mpf("0.0065"), r * sin(t) + mpf("0.006")


print("# python3 chinese_datums.py > chinese_datums.csv")
print("lon,lat,gcj_lon,gcj_lat,bd_lon,bd_lat")
for i in range(8):
    for j in range(6):
        lon = mpf("74.1234567") + i * mpf("8.5000001")
        lat = mpf("4.7654321") + j * mpf("9.6000007")
        gcj = gcj02(lon, lat)
        row = [lon, lat, *gcj, *bd09(*gcj)]
        print(",".join(mp.nstr(value, 16, strip_zeros=False) for value in row))
