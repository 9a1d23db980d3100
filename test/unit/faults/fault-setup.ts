// The test setup for faults: the real app with real files and sockets; only clock, keychain, surfaces and the
// resolution of names are fake.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActivityLog } from '../../../electron/adapters/storage/activity-log';
import { createHistory } from '../../../electron/adapters/storage/history-store';
import { createHttp } from '../../../electron/adapters/http/http';
import { createJsonFile, setAside } from '../../../electron/adapters/storage/json-file';
import { createLineFiles } from '../../../electron/adapters/storage/jsonl-file';
import { Engine } from '../../../electron/core/engine/engine';
import { SETTINGS_FORMAT, SNAPSHOT_FORMAT } from '../../../electron/core/settings/file-formats';
import type { World } from '../../../electron/core/ports/world';
import {
  EXAMPLE_ACCOUNT_ID,
  EXAMPLE_ASSETS,
  type TokenAsset
} from '../../../electron/fake-okx/service/asset-rows';
import { startServer, type FakeOkx } from '../../../electron/fake-okx/server';
import { chainFacts } from '../../../electron/okx/chains';
import { drivers } from '../../../electron/okx/drivers';
import type { Entry, Notification } from '../../../shared/schema/activity';
import type { Credentials } from '../../../shared/schema/key';
import { Settings } from '../../../shared/schema/settings';
import { StoredSnapshots } from '../../../shared/schema/snapshot';
import type { AppState } from '../../../shared/schema/app-state';
import type { Wallet } from '../../../shared/schema/wallet';
import { settingsAt, START, WALLET } from '../../fakes/app-world';
import { freshChainList } from '../../fakes/chain-list';

/** The host name of the key. By RFC 6761 no server answers to it, except where `leadsTo` redirects it. */
export const HOST = 'okx.invalid';
const CREDENTIALS: Credentials = {
  apiKey: 'key-1',
  secretKey: 'TEST-SECRET-0123456789',
  passphrase: 'TEST-PASSPHRASE-77',
  projectId: null
};
/** What the wallet holds: OKX's own example on one chain, and a coin on another. */
export const ROWS: readonly TokenAsset[] = [
  ...EXAMPLE_ASSETS,
  { ...EXAMPLE_ASSETS[1]!, chainIndex: '56', symbol: 'BNB', balance: '2', tokenPrice: '600.5' }
];
export const TOTAL = '22404.4647571980138270671868009097182176';
export const ON_ETHEREUM = '21203.4647571980138270671868009097182176';
export const ON_BNB = '1201';
/** The interval while nobody uses the app, and without jitter. */
export const INTERVAL_MS = 5 * 60_000;

type HttpChoices = Partial<Parameters<typeof createHttp>[0]>;

export interface FaultSetup {
  readonly server: FakeOkx;
  readonly app: Engine;
  readonly notified: Notification[];
  readonly logged: string[];
  /** The clock of this computer and of the service, ms. */
  at: number;
  /** The server that the name leads to; null: no redirection, and so no server. */
  leadsTo: string | null;
  /** Advances the clock to the next poll, fires the timer, and waits until the work that it started has ended. */
  poll(): Promise<void>;
  /** Fires the timer now. */
  tick(): Promise<void>;
  /** Uses a new HTTP client from now on, as after a start in another environment. */
  connectAnew(choices: HttpChoices): void;
  /** The state that another start would show before its first request. */
  nextStart(): Promise<AppState>;
  stored(): Promise<StoredSnapshots | null>;
  points(): ReturnType<World['history']['read']>;
  entries(): Promise<readonly Entry[]>;
  /** Runs when the test setup is closed. */
  later(action: () => unknown): void;
  close(): Promise<void>;
}

/** What is watched, and its holdings from the start. */
interface Scene {
  readonly wallet?: Wallet;
  readonly rows?: readonly TokenAsset[];
}

export async function openFaultSetup(
  choices: HttpChoices = {},
  { wallet = WALLET, rows = ROWS }: Scene = {}
): Promise<FaultSetup> {
  const folder = await mkdtemp(join(tmpdir(), 'tokentray-fault-'));
  const server = await startServer({
    keys: [CREDENTIALS],
    now: () => setup.at,
    accounts: [[EXAMPLE_ACCOUNT_ID, () => rows]]
  });
  const open = (given: HttpChoices) =>
    createHttp({ userAgent: 'Tokentray/test', isOnline: () => true, env: {}, ...given });
  let http = open(choices);
  const send: World['http']['send'] = request =>
    http.send({ ...request, origin: setup.leadsTo ?? request.origin });
  const actions: (() => unknown)[] = [];
  const world = (): World => worldOf(() => setup, folder, send);
  const setup: FaultSetup = {
    server,
    app: new Engine(worldOf(() => setup, folder, send)),
    notified: [],
    logged: [],
    at: START,
    leadsTo: server.origin,
    async poll() {
      setup.at = setup.app.state.polling.nextAt ?? setup.at;
      await setup.tick();
    },
    async tick() {
      setup.app.tick();
      if (setup.app.state.polling.isRefreshing) await setup.app.refresh();
    },
    connectAnew: given => void (http = open(given)),
    async nextStart() {
      const next = new Engine(world());
      await next.load();
      return next.state;
    },
    stored: async () => (await world().snapshots.read()).content,
    points: () => world().history.read('polls', 0),
    entries: async () => (await world().activity.read(0)).content ?? [],
    later: action => void actions.push(action),
    async close() {
      await setup.app.stop();
      await server.close();
      for (const action of actions) await action();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    }
  };
  await writeFile(join(folder, 'config.json'), JSON.stringify(settingsAt(`https://${HOST}`, [wallet])));
  await setup.app.load();
  await setup.tick();
  return setup;
}

function worldOf(setup: () => FaultSetup, folder: string, send: World['http']['send']): World {
  let ids = 0;
  const nobody = () => Promise.reject(new Error('nothing is written to the keychain here'));
  return {
    profile: 'live',
    drivers,
    chains: chainFacts,
    chainList: freshChainList(() => setup().at),
    http: { send },
    keychain: { read: () => Promise.resolve(CREDENTIALS), write: nobody, forget: nobody },
    rateLimiter: { acquire: () => Promise.resolve() },
    clock: {
      now: () => setup().at,
      random: () => 0.5,
      newId: () => `${setup().at}-${++ids}`,
      minuteOfDay: at => Math.floor(at / 60_000) % 1440
    },
    ...filesIn(folder),
    surfaces: {
      draw: () => undefined,
      notify(notification) {
        setup().notified.push(notification);
        return Promise.resolve('desktop');
      },
      attention: () => 'hidden'
    },
    fixedIntervalMs: null,
    preferredLanguages: [],
    scheduleTick: () => undefined,
    log: (level, text) => void setup().logged.push(`${level} ${text}`)
  };
}

/** Joined as in electron/profile/stores.ts, except for electron-store, which needs Electron. */
function filesIn(folder: string): Pick<World, 'settings' | 'snapshots' | 'history' | 'activity'> {
  const lines = createLineFiles(folder, setAside);
  const json = (name: string) => join(folder, `${name}.json`);
  return {
    settings: createJsonFile({ file: json('config'), schema: Settings, format: SETTINGS_FORMAT }),
    snapshots: createJsonFile({ file: json('snapshot'), schema: StoredSnapshots, format: SNAPSHOT_FORMAT }),
    history: createHistory(join(folder, 'history'), lines),
    activity: createActivityLog(join(folder, 'activity.jsonl'), lines)
  };
}
