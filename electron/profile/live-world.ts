// Creates the live World of a profile: HTTP client, keychain, files, clock and log.
// Loaded only after the tray icon is registered, because its modules are large.
import type { Credentials } from '../../shared/schema/key';
import { createHttp, type HttpClient, type HttpOptions } from '../adapters/http/http';
import { createKeychain } from '../adapters/storage/keychain';
import { hideInLog, writeLog } from '../adapters/storage/app-log';
import { collectGarbage } from '../adapters/system/memory';
import { createRateLimiter } from '../adapters/http/rate-limiter';
import type { Clock, Keychain } from '../core/ports/ports';
import type { SurfacesPort, World } from '../core/ports/world';
import { createChainList } from '../okx/chain-list';
import { drivers } from '../okx/drivers';
import { pastPriceService } from '../okx/prices/historical-prices';
import { guardedDrivers } from './guarded-drivers';
import { openStores } from './stores';

export interface LiveWorldOptions {
  /** The profile's folder. */
  readonly folder: string;
  readonly version: string;
  readonly isOnline: () => boolean;
  readonly systemProxy: NonNullable<HttpOptions['systemProxy']>;
  readonly caFile: NonNullable<HttpOptions['caFile']>;
  readonly networkFingerprint: NonNullable<World['networkFingerprint']>;
  readonly profileName?: string | null;
  readonly preferredLanguages: World['preferredLanguages'];
  readonly clock: Clock;
  readonly surfaces: SurfacesPort;
  readonly scheduleTick: World['scheduleTick'];
  readonly fixedIntervalMs: number | null;
}

/** Secrets that are read or written here are removed from all later lines of the log. */
export function systemKeychain(): Keychain {
  const keychain = createKeychain({ load: () => import('keytar').then(loaded => loaded.default) });
  const hideSecrets = <Secrets extends Credentials>(secrets: Secrets): Secrets => {
    hideInLog([secrets.apiKey, secrets.secretKey, secrets.passphrase, secrets.projectId]);
    return secrets;
  };
  return {
    read: async keyId => hideSecrets(await keychain.read(keyId)),
    write: (keyId, credentials, keptIn) => keychain.write(keyId, hideSecrets(credentials), keptIn),
    forget: keyId => keychain.forget(keyId)
  };
}

/** `http` also reports to Diagnostics what it observed. */
export function liveWorld({
  folder,
  version,
  isOnline,
  systemProxy,
  caFile,
  ...rest
}: LiveWorldOptions): World & { http: HttpClient } {
  const { chainFile, pastPriceFiles, ...stores } = openStores(folder);
  const chainList = createChainList(chainFile);
  return {
    ...rest,
    profile: 'live',
    drivers: guardedDrivers(drivers),
    chains: chainList.facts,
    chainList,
    http: createHttp({ userAgent: `Tokentray/${version}`, isOnline, systemProxy, caFile }),
    keychain: systemKeychain(),
    rateLimiter: createRateLimiter(),
    ...stores,
    pastPrices: { service: pastPriceService, files: pastPriceFiles },
    log: writeLog,
    releaseMemory: collectGarbage
  };
}
