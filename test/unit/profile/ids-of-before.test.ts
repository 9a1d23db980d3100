// Tests a profile of the version before, which knew some coins under two ids and wrote others in another way: nothing
// jumps, nothing is told, and no verdict is lost.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storedFiles } from '../../../electron/commands/stored-files';
import { loadModel, persistRound } from '../../../electron/core/engine/persistence';
import { applyRound } from '../../../electron/core/polling/round';
import { portfolioFactsOf } from '../../../electron/core/report/output-formats';
import { modelPortfolio } from '../../../electron/core/state/app-state';
import { changeOf, emptyModel, type Model } from '../../../electron/core/state/model';
import { chainFacts } from '../../../electron/okx/chains';
import { drivers } from '../../../electron/okx/drivers';
import { openStores } from '../../../electron/profile/stores';
import { tokenOf } from '../../../shared/domain/holding-id';
import { IDENTITY_VERSION } from '../../../shared/domain/token-identity';
import { MINUTE_MS, NOW, outcomeOf } from '../../fakes/holdings';
import { fakeWorld, reply } from '../../fakes/world';

vi.mock('electron', () => ({ default: {} }));

const PROFILE = join(import.meta.dirname, '../../fixtures/profiles/two-ids');
const MOVE_ADDRESS = `0x0${'5eed'.repeat(15)}001`;
/** What counts: 1,000 of ETH, 50 of POL, 40 of CELO and 6 of SUI. POL counted twice before. */
const TOTAL = '1096';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-ids-'));
  mkdirSync(join(folder, 'history'));
  for (const file of readdirSync(PROFILE, { recursive: true, encoding: 'utf8' }))
    if (file.includes('.json')) copyFileSync(join(PROFILE, file), join(folder, file));
});
afterEach(() => rmSync(folder, { recursive: true }));

const world = () => Object.assign(fakeWorld(), { at: NOW + MINUTE_MS, chains: chainFacts });

async function loaded(): Promise<Model> {
  const { settings, snapshots, history } = openStores(folder);
  return await loadModel(emptyModel('live', 11 * MINUTE_MS), { ...world(), settings, snapshots, history });
}

/** The next poll brings the rows that are stored, as OKX sent them. */
function polled(model: Model) {
  const [wallet] = model.settings.wallets;
  const stored = storedFiles(PROFILE).snapshots!.wallets[0]!.holdings;
  const rows = ['', '0x0000000000000000000000000000000000001010'].map(tokenAddress => ({
    ...stored.find(({ symbol }) => symbol === 'POL')!,
    tokenAddress
  }));
  const sent = [...stored.filter(({ symbol }) => symbol !== 'POL'), ...rows].map(
    ({ chainIndex, tokenAddress, address, symbol, balance, price }) => ({
      chainIndex,
      tokenAddress,
      address,
      symbol,
      balance,
      tokenPrice: price
    })
  );
  const at = NOW + MINUTE_MS;
  const reading = drivers[wallet!.source].read(reply(sent), wallet!, at, model.snapshots[0]);
  const answers = [{ chains: null, reading, answeredAt: at, serviceTime: at }];
  return applyRound(
    model,
    [{ wallet: wallet!, key: { id: wallet!.keyId }, outcome: outcomeOf(answers) }],
    world()
  );
}

it('counts each coin once, in the app and on the command line', async () => {
  const model = await loaded();
  const { settings, snapshots, chains } = storedFiles(folder);
  const ofFiles = portfolioFactsOf(snapshots, settings, chains, NOW).portfolio;
  for (const { total, holdings } of [modelPortfolio(model, chainFacts, NOW), ofFiles]) {
    expect(total).toBe(TOTAL);
    expect(holdings.map(({ symbol, countingStatus }) => [symbol, countingStatus])).toEqual([
      ['ETH', 'counted'],
      ['POL', 'counted'],
      ['CELO', 'counted'],
      ['NAVX', 'kept-out'],
      ['SUI', 'counted']
    ]);
  }
  expect(settings.verdicts).toEqual(model.settings.verdicts);
});

it('keeps what was sent, for display and links', async () => {
  const navx = (await loaded()).snapshots[0]!.holdings.find(({ symbol }) => symbol === 'NAVX')!;
  expect(navx.tokenAddress).toContain('0x00a99b8952');
  expect(navx.address).toBe(MOVE_ADDRESS);
});

it('tells nothing with the next poll, and recounts what counted twice', async () => {
  const before = await loaded();
  const { model, entries, notification, point } = polled(before);
  expect(modelPortfolio(model, chainFacts, NOW + MINUTE_MS).total).toBe(TOTAL);
  expect([entries, notification]).toEqual([[], null]);
  expect(point?.tokens.map(([id]) => id)).toEqual(before.points.at(-1)?.tokens.map(([id]) => id));
  const change = changeOf(model, modelPortfolio(model, chainFacts, NOW + MINUTE_MS));
  expect(change).toMatchObject({ prices: '0.05', transfers: '2', recounted: '-50' });
  expect(change?.movers.map(({ symbol, amount }) => [symbol, amount])).toEqual([['ETH', '0.05']]);
});

it('has the same verdicts at the next start, when the snapshots are those of today', async () => {
  const first = await loaded();
  const { model } = polled(first);
  const saving = { ...world(), snapshots: openStores(folder).snapshots };
  await persistRound(model, { point: null, entries: [] }, saving);
  expect(storedFiles(folder).snapshots?.identityVersion).toBe(IDENTITY_VERSION);
  const second = await loaded();
  expect(second.settings).toEqual(first.settings);
  expect(modelPortfolio(second, chainFacts, NOW).total).toBe(TOTAL);
});

it('has rules and what alerts remember by the ids of today', async () => {
  const { settings, snapshots, alerts } = await loaded();
  const tokens = new Set(snapshots[0]!.holdings.map(tokenOf));
  const rules = settings.choices.alerts.flatMap(({ token }) => token ?? []);
  expect(rules).toHaveLength(2);
  for (const token of [...rules, ...Object.keys(alerts.prices)]) expect(tokens).toContain(token);
  expect(alerts.prices['137/']?.value).toBe('0.5');
  const ids = snapshots[0]!.holdings.map(({ id }) => id);
  for (const { holdingId } of [...alerts.held, ...storedFiles(folder).entries()])
    expect(ids).toContain(holdingId);
});
