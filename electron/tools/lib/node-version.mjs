// Refuses a Node that the build tools do not run on, in one sentence, before anything else is tried.
import { Stop } from './say.mjs';

/** Whether this version ("20.19.1") is 20.19 or later within 20, or 22.12 or later: the range that Vite supports. */
export function isNodeSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/** Stops when this Node is too old. */
export function requireNode(version = process.versions.node) {
  if (isNodeSupported(version)) return;
  throw new Stop(`Tokentray needs Node 20.19 or later (or 22.12 or later); this is Node ${version}.`);
}
