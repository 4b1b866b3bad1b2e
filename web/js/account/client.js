const BROWSERS = [
  ['MicroMessenger', '微信 WeChat'],
  ['Edg/', 'Edge'],
  ['HuaweiBrowser', 'Huawei Browser'],
  ['QQBrowser', 'QQ Browser'],
  ['UCBrowser', 'UC'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
];

const SYSTEMS = [
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
];

/** The name of a browser and its system from what it says of itself, for people; else all that it says. */
export function clientName(client) {
  const known = [BROWSERS, SYSTEMS]
    .map((list) => list.find(([part]) => client.includes(part))?.[1])
    .filter(Boolean);
  return known.length ? known.join(' · ') : client;
}
