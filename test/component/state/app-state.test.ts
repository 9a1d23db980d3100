// The page follows the main process: lost pushes and other readers never mix two states or bring back an older one.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LiveState } from '../../../renderer/state/app-state.svelte';
import { loadTexts, textFile } from '../../../renderer/state/loaded-texts';
import { language, setLanguage } from '../../../shared/domain/language';
import type { AppState } from '../../../shared/schema/app-state';
import { demo, fresh, many } from '../../fakes/states';
import { PageChannel, settlePromises } from '../../fakes/delayed-connection';

const NOW = Date.UTC(2026, 10, 22, 10, 32, 0);

let line: PageChannel;
let model: LiveState;
let stop: () => void;

function load(): void {
  line.newPage();
  model = new LiveState();
  stop = model.start();
}

async function settled(): Promise<void> {
  while (line.isBusy()) {
    line.answer();
    line.deliver();
    await settlePromises();
  }
}

beforeEach(async () => {
  line = new PageChannel(fresh(NOW));
  load();
  await settled();
});

afterEach(() => stop());

/** The same rows with another value of one of them, and a total that identifies the state. */
function next(state: AppState, symbol = 'BTC'): AppState {
  const total = String(Number(state.portfolio.total.split('.')[0]) + 1);
  const holdings = state.portfolio.holdings.map(row =>
    row.symbol === symbol ? { ...row, value: total } : row
  );
  return { ...state, portfolio: { ...state.portfolio, total, holdings } };
}

describe('the state of a page', () => {
  it('the page shows the state that it read, and each push after it', async () => {
    expect(model.app).toEqual(line.state);
    for (let i = 0; i < 3; i++) {
      line.push(next(line.state));
      await settled();
      expect(model.app).toEqual(line.state);
    }
    expect(line.reads).toBe(1);
  });

  it('after a lost push the page does not show the next one, and reads the whole state', async () => {
    line.push(next(line.state, 'SOL'));
    await settled();
    const before = model.app;
    line.lose(next(line.state, 'ETH'));
    line.push(next(line.state, 'BTC'));
    line.deliver();
    expect(model.app).toBe(before);
    await settled();
    expect(model.app).toEqual(line.state);
    expect(line.reads).toBe(2);
  });

  it('the page reads again when a push that it cannot apply arrived during a read', async () => {
    line.push(next(line.state));
    await settled();
    line.lose(next(line.state));
    line.push(next(line.state));
    line.deliver();
    line.compute();
    line.push(next(line.state));
    line.deliver();
    expect(line.reads).toBe(2);
    line.answer();
    line.deliver();
    await settlePromises();
    expect(line.reads).toBe(3);
    await settled();
    expect(model.app).toEqual(line.state);
  });

  it('a whole push is newer than a read that was requested before it', async () => {
    load();
    line.compute();
    line.otherPageReads();
    line.push(next(line.state));
    line.deliver();
    await settlePromises();
    line.answer();
    await settled();
    expect(model.app).toEqual(line.state);
  });

  it('the page follows the profile from live to demo and back, with no row of the other one', async () => {
    const live = line.state;
    for (const state of [demo(NOW), next(live), many(20, NOW), live]) {
      line.push(state);
      await settled();
      expect(model.app).toEqual(state);
    }
  });

  it('a page that missed a change of the profile reads the other profile', async () => {
    line.push(next(line.state));
    await settled();
    line.lose(many(20, NOW));
    line.push({ ...line.state, profile: 'demo' });
    await settled();
    expect(model.app).toEqual(line.state);
  });

  it('after a failed read the page continues with the next push', async () => {
    line.push(next(line.state));
    await settled();
    line.lose(next(line.state));
    line.push(next(line.state));
    line.deliver();
    line.refuse();
    await settlePromises();
    expect(model.hasInternalError).toBe(true);
    line.push(next(line.state));
    await settled();
    expect(model.app).toEqual(line.state);
  });

  it('a page that is loaded again reads the state itself, while pushes continue', async () => {
    line.push(next(line.state));
    stop();
    load();
    line.push(next(line.state));
    await settled();
    expect(model.app).toEqual(line.state);
  });
});

describe('the states of two pages', () => {
  it('both pages get the same whole push after one of them has read, and differences from then on', async () => {
    line.push(next(line.state));
    await settled();
    line.otherPageReads();
    line.push(next(line.state));
    expect(line.lastPush).toMatchObject({ baseRevision: null });
    await settled();
    expect(model.app).toEqual(line.state);
    line.push(next(line.state));
    expect(line.lastPush?.baseRevision).not.toBeNull();
    await settled();
    expect(model.app).toEqual(line.state);
    expect(line.reads).toBe(1);
  });
});

describe('the state of a page after any sequence of events', () => {
  type Action = 'push' | 'lose' | 'switch' | 'deliver' | 'compute' | 'answer' | 'other' | 'reload';
  const actions: Action[] = ['push', 'lose', 'switch', 'deliver', 'compute', 'answer', 'other', 'reload'];

  async function play(script: readonly Action[]): Promise<void> {
    const shown = new Set<string>();
    let latest = -1;
    const check = (): void => {
      if (!model.app) return;
      const at = line.past.findIndex(state => state.portfolio.total === model.app?.portfolio.total);
      expect(model.app).toEqual(line.past[at]);
      expect(at).toBeGreaterThanOrEqual(latest);
      latest = at;
      shown.add(model.app.profile);
    };
    const symbols = ['BTC', 'SOL', 'ETH'];
    const acts: Record<Action, () => void> = {
      push: () => line.push(next(line.state, symbols[line.past.length % 3])),
      lose: () => line.lose(next(line.state, symbols[line.past.length % 3])),
      switch: () => {
        const other = line.state.profile === 'live' ? many(9, NOW) : fresh(NOW);
        const profile = line.state.profile === 'live' ? 'demo' : 'live';
        const total = line.state.portfolio.total;
        line.push(next({ ...other, profile, portfolio: { ...other.portfolio, total } }));
      },
      deliver: () => line.deliver(),
      compute: () => line.compute(),
      answer: () => line.answer(),
      other: () => line.otherPageReads(),
      reload: () => {
        stop();
        load();
        latest = -1;
      }
    };
    for (const action of script) {
      acts[action]();
      await settlePromises();
      check();
    }
    line.push(next(line.state));
    await settled();
    check();
    expect(model.app).toEqual(line.state);
  }

  it('the page shows only whole states, none older than the one before, and finally the last one', async () => {
    const script = fc.array(fc.constantFrom(...actions), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(script, async script => {
        stop();
        line = new PageChannel(fresh(NOW));
        load();
        await play(script);
      }),
      { numRuns: 150 }
    );
  });
});

describe('the language of a page', () => {
  const registered: ReturnType<typeof textFile>[] = [];
  const register = (load: Parameters<typeof textFile>[0]) => void registered.push(textFile(load));
  afterEach(() => {
    setLanguage('en');
    // Tests that follow in the same process change the language too, and would wait for these.
    for (const { loaded } of registered.splice(0)) Object.assign(loaded, { en: [], zh: [] });
  });

  it('a state waits for the texts of its language, and those after it with it', async () => {
    let arrive = (): void => undefined;
    const chinese = new Promise<{ TEXTS: object[] }>(resolve => (arrive = () => resolve({ TEXTS: [] })));
    register({ en: async () => ({ TEXTS: [] }), zh: () => chinese });
    await loadTexts('en');
    line.push({ ...line.state, language: 'zh' });
    line.push(next(line.state));
    await settled();
    expect([model.app?.language, language()]).toEqual(['en', 'en']);
    arrive();
    await settlePromises();
    expect(model.app).toEqual(line.state);
    expect(language()).toBe('zh');
  });

  it('where the texts do not come, the state is shown nevertheless', async () => {
    register({ en: async () => ({ TEXTS: [] }), zh: () => Promise.reject(new Error('the file is missing')) });
    await loadTexts('en');
    line.push(next({ ...line.state, language: 'zh' }));
    await settled();
    await settlePromises();
    expect(model.app).toEqual(line.state);
  });
});
