/** "v24.21.0" -> [24, 21, 0]; undefined for anything but a plain release. */
export function parseVersion(text) {
  const match = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(text.trim());
  return match ? match.slice(1).map(Number) : undefined;
}

function compare(a, b) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** What Backstage supports; 22.12 is the first 22 that can `require` a module, which some dependencies do. */
export function isSupported(text) {
  const version = parseVersion(text);
  if (!version) return false;
  const [major, minor] = version;
  return major === 24 || (major === 22 && minor >= 12);
}

/** The oldest Node.js that can run the set-up itself. */
export const OLDEST_FOR_SETUP = 20;

export function canRunSetup(text) {
  const version = parseVersion(text.replace(/-.*$/, ''));
  return version !== undefined && version[0] >= OLDEST_FOR_SETUP;
}

/**
 * The versions worth fetching, best first: newest 24, then newest 22, then the early 24 releases, which some platforms
 * have as their only ones.
 */
export function rankCandidates(versions) {
  const rank = ([major, minor]) => {
    if (major === 22) return 1;
    return minor >= 9 ? 0 : 2;
  };
  return [...new Set(versions)]
    .filter(isSupported)
    .map(parseVersion)
    .sort((a, b) => rank(a) - rank(b) || compare(b, a))
    .map(version => version.join('.'));
}

const PLATFORMS = { win32: 'win' };
const ARCHITECTURES = { arm: 'armv7l', ia32: 'x86' };

/** The packages of the npm registry that carry a Node.js binary for this machine. */
export function nodePackages(platform, arch) {
  const name = `${PLATFORMS[platform] ?? platform}-${
    ARCHITECTURES[arch] ?? arch
  }`;
  // The second name is where the newer releases for Apple silicon are published.
  return platform === 'darwin'
    ? [`node-bin-${name}`, `node-${name}`]
    : [`node-${name}`];
}
