// Tests `accept` and `exclude` on the stored files of a profile, and on the engine of a running app.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decideAndSave } from '../../../electron/commands/decision';
import { decideOnFiles } from '../../../electron/commands/decide-on-files';
import { Engine } from '../../../electron/core/engine/engine';
import { portfolioFactsOf } from '../../../electron/core/report/output-formats';
import { askedHoldings } from '../../../electron/core/report/doubts';
import { storedFiles } from '../../../electron/commands/stored-files';
import type { Deed } from '../../../electron/cli/commands';
import type { StoredSnapshots } from '../../../shared/schema/snapshot';
import type { Settings } from '../../../shared/schema/settings';
import { memoryDoubting } from '../../fakes/doubts';
import { answered, chainFacts, NOW, usdc } from '../../fakes/holdings';
import { ETH, writeProfile } from '../../fakes/stored-profile';
import { fakeWorld } from '../../fakes/world';

const CLAIM = usdc({ tokenAddress: '0xc1', symbol: 'CLAIM', balance: '48000', isUnverified: true });
const GIFT = usdc({ tokenAddress: '0xc2', symbol: 'GIFT', balance: '9000', isUnverified: true });

/** Needs Electron; what it writes is the settings as JSON. */
vi.mock('electron-store', () => ({
  default: class {
    constructor(readonly options: { cwd: string }) {}
    set store(settings: Settings) {
      writeFileSync(join(this.options.cwd, 'config.json'), JSON.stringify(settings));
    }
  }
}));

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-decision-'));
  const verification = memoryDoubting(usdc().id);
  await writeProfile(folder, {}, [answered([ETH, usdc(), CLAIM, GIFT])], verification);
});
afterEach(() => rmSync(folder, { recursive: true }));

const decide = (deed: Deed, id: string) => decideOnFiles(folder, '1.2.3', { deed, id });
function facts() {
  const { snapshots, settings } = storedFiles(folder);
  return portfolioFactsOf(snapshots, settings, chainFacts, NOW).portfolio;
}
const shortIdOf = (symbol: string) =>
  askedHoldings(facts().holdings).find(({ row }) => row.symbol === symbol)!.shortId;
const read = <Content>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Content;

describe('a decision without a running app', () => {
  it('includes or excludes a token that needs an OK, in the settings', async () => {
    expect(await decide('accept', shortIdOf('CLAIM'))).toEqual({ exitCode: 0, text: 'Included: CLAIM.' });
    expect(facts()).toMatchObject({ total: '49250', waiting: { count: 1 } });
    expect(await decide('exclude', shortIdOf('GIFT'))).toEqual({ exitCode: 0, text: 'Excluded: GIFT.' });
    expect(facts()).toMatchObject({ total: '49250', waiting: { count: 0 }, notCounted: { keptOut: 1 } });
    expect(read<Settings>('config.json').verdicts).toEqual({ [CLAIM.id]: 'count', [GIFT.id]: 'keep-out' });
  });

  it('about all of them is one decision, and leaves doubts alone', async () => {
    expect(await decide('exclude', 'all')).toEqual({ exitCode: 0, text: 'Excluded: 2 tokens.' });
    expect(facts()).toMatchObject({ waiting: { count: 0 }, doubts: [{ id: 'd1' }] });
    expect(await decide('exclude', 'all')).toEqual({ exitCode: 1, text: 'Nothing needs your OK.' });
  });

  it.each<[Deed, string, string]>([
    ['accept', 'Accepted: USDC.', '1000'],
    ['exclude', 'Excluded: USDC.', '1000']
  ])('ends a doubt: %s', async (deed, text, total) => {
    expect(await decide(deed, 'd1')).toEqual({ exitCode: 0, text });
    expect(facts()).toMatchObject({ doubts: [], total });
  });

  it('with an unknown id changes no file', async () => {
    const before = ['config.json', 'snapshot.json'].map(name => readFileSync(join(folder, name), 'utf8'));
    const answer = await decide('accept', 'nothing');
    expect(answer).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('"tokentray doubts"') as string
    });
    expect(['config.json', 'snapshot.json'].map(name => readFileSync(join(folder, name), 'utf8'))).toEqual(
      before
    );
  });

  it('sets no damaged file aside: nobody would be told', async () => {
    writeFileSync(join(folder, 'snapshot.json'), '{"version":1,"wall');
    await expect(decide('accept', 'all')).rejects.toThrow();
    expect(readFileSync(join(folder, 'snapshot.json'), 'utf8')).toBe('{"version":1,"wall');
  });
});

describe('a decision in the running app', () => {
  async function running() {
    const world = fakeWorld();
    world.files.settings = read<Settings>('config.json');
    world.files.snapshots = read<StoredSnapshots>('snapshot.json');
    const engine = new Engine(world);
    await engine.load();
    return { world, engine };
  }

  it('is drawn and saved at once', async () => {
    const { world, engine } = await running();
    const answer = await decideAndSave(engine, { deed: 'accept', id: 'all' });
    await engine.stop();
    expect(answer).toEqual({ exitCode: 0, text: 'Included: 2 tokens.' });
    expect(world.files.settings?.verdicts).toMatchObject({ [CLAIM.id]: 'count', [GIFT.id]: 'count' });
    expect(world.drawn.at(-1)?.portfolio.waiting.count).toBe(0);
  });
});
