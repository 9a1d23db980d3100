// Chooses the Electron that runs the app: the official one, or the fallback for demo and tests when it cannot be loaded.
import { fallback, isFallbackPossible, provideFallback } from './fallback-runtime.mjs';
import * as official from './official-runtime.mjs';
import { say, Stop } from '../lib/say.mjs';

/**
 * Gives { executable, kind: 'official' | 'fallback', version }. TOKENTRAY_RUNTIME=official|fallback selects one;
 * `isOfficialWanted` (for real keys) tries the download again although it failed a short time ago.
 */
export async function provideRuntime({ isOfficialWanted = false, env = process.env } = {}) {
  const choice = env.TOKENTRAY_RUNTIME || 'auto';
  if (!['auto', 'official', 'fallback'].includes(choice))
    throw new Stop(`TOKENTRAY_RUNTIME is "${choice}"; it can be "official" or "fallback".`);
  if (choice !== 'fallback') {
    const executable = await findOrFetch(choice === 'official' || isOfficialWanted || !isFallbackPossible());
    if (executable) return { executable, kind: 'official', version: official.officialVersion() };
  }
  if (choice === 'official' || !isFallbackPossible()) throw new Stop(unreachableSentence());
  return { executable: await provideFallback(), kind: 'fallback', version: fallback.version };
}

async function findOrFetch(mustTry) {
  const found = official.findOfficial();
  if (found) return found;
  const version = official.officialVersion();
  if (!mustTry && (await official.isKnownUnreachable(version))) return undefined;
  const isFetched = await official.fetchOfficial(version);
  await official.noteUnreachable(version, !isFetched);
  if (!isFetched) say('  it cannot be reached from here');
  return official.findOfficial();
}

function unreachableSentence() {
  const address = official.officialAddress(official.officialVersion());
  const why = isFallbackPossible()
    ? 'TOKENTRAY_RUNTIME=official asks for it.'
    : 'On this system nothing else will do.';
  return `The official Electron could not be downloaded from ${address}. ${why} Try again when it can be reached (ELECTRON_MIRROR names a mirror).`;
}
