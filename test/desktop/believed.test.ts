// Tests on the real app what it believes of answers: each row plays answers, and says which totals were ever shown and
// what was notified. The clock goes sixty times as fast, so that ten minutes are ten seconds.
import type { TokenAsset } from '../../electron/fake-okx/service/asset-rows';
import { read, readTotal, setUp } from './app/command';
import { until } from './app/deadline';
import { ACCOUNT_ID, token, type Service } from './app/okx';
import { expect, test } from './app/desktop-fixture';

const TIMES = 60;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const OWNER = '0xa03400e098f4421b34a3a44a1b4e571419517687';
const OTHER_OWNER = '0xb03400e098f4421b34a3a44a1b4e571419517687';
const OTHER_ACCOUNT_ID = '51f55853-d430-42c5-b4c6-710d39848cd2';

type Rows = readonly Record<string, unknown>[];
/** What is answered, and for how long: so many answers, or so many ms of the hurried clock. */
interface Step {
  readonly rows: Rows;
  readonly answers?: number;
  readonly forMs?: number;
}

const row = (symbol: string, balance: string, tokenPrice: string, change: Partial<TokenAsset> = {}) =>
  token({ chainIndex: '1', symbol, balance, tokenPrice, address: OWNER, ...change });
const eth = (balance: string) => row('ETH', balance, '2650', { tokenAddress: '' });
const usdc = (balance: string) =>
  row('USDC', balance, '1', { tokenAddress: '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48' });
const link = row('LINK', '500', '14', { tokenAddress: '0x514910771af9ca656af840dff83e8264ecf986ca' });
const unknown = (number: number, balance: string, price: string) =>
  row(`S${number}`, balance, price, { tokenAddress: `0x${String(number).padStart(40, '5')}` });
const airdrops = (first: number) => Array.from({ length: 20 }, (_, at) => unknown(first + at, '12000', '1'));
const [E, U] = [eth('8'), usdc('5000')];
const pol = (tokenAddress: string) => row('POL', '10000', '0.5', { chainIndex: '137', tokenAddress });
const celo = (tokenAddress: string) => row('CELO', '2000', '0.4', { chainIndex: '42220', tokenAddress });
const risky = { ...unknown(7, '5', 'NaN'), isRiskToken: true };
const noChain = { ...unknown(8, '5', '1'), chainIndex: undefined };

/** Plays the steps one after the other; the last one lasts. */
class Script {
  #step = 0;
  #answers = 0;
  #since = 0;

  constructor(
    readonly steps: readonly Step[],
    readonly now: () => number
  ) {}

  get isOver(): boolean {
    return this.#step === this.steps.length - 1 && this.#answers > 1;
  }

  next(): Rows {
    const { answers = 1, forMs } = this.steps[this.#step] ?? {};
    const isDone = forMs === undefined ? this.#answers >= answers : this.now() - this.#since >= forMs;
    if (this.#answers > 0 && isDone && this.#step < this.steps.length - 1) {
      this.#step++;
      this.#answers = 0;
    }
    if (this.#answers === 0) this.#since = this.now();
    this.#answers++;
    return this.steps[this.#step]?.rows ?? [];
  }
}

interface Row {
  readonly what: string;
  readonly steps: readonly Step[];
  /** The totals that were ever shown, one after the other. */
  readonly totals: readonly string[];
  /** The titles of the notifications. */
  readonly told?: readonly RegExp[];
  readonly waiting?: number;
}

const TABLE: readonly Row[] = [
  {
    what: 'one answer without the largest token changes nothing',
    steps: [
      { rows: [eth('2'), usdc('80000'), link] },
      { rows: [eth('2'), link] },
      { rows: [eth('2'), usdc('80000'), link] }
    ],
    totals: ['92300']
  },
  {
    what: 'a token that is missing for an hour is told as missing, then as sent, then as back',
    steps: [{ rows: [E, U] }, { rows: [E], forMs: HOUR_MS / 4 }, { rows: [E, U] }],
    totals: ['26200', '21200', '26200'],
    told: [
      /^OKX's answer lacks 5,000 USDC on Ethereum/,
      /^Sent 5,000 USDC/,
      /^5,000 USDC on Ethereum are back/
    ]
  },
  {
    what: 'an invented price that comes after its token waits',
    steps: [
      { rows: [E, U] },
      { rows: [E, U, unknown(1, '1000000', '0')] },
      { rows: [E, U, unknown(1, '1000000', '1000')], forMs: 15 * MINUTE_MS }
    ],
    totals: ['26200'],
    waiting: 1
  },
  {
    what: 'a swap is none of the totals between',
    steps: [{ rows: [eth('10')] }, { rows: [eth('2'), usdc('21200')], forMs: 2 * MINUTE_MS }],
    totals: ['26500'],
    told: [/2 amounts changed|swap/i]
  },
  {
    what: 'a token listed five minutes after it was paid for does not wait',
    steps: [
      { rows: [eth('10')] },
      { rows: [eth('2')], forMs: 5 * MINUTE_MS },
      { rows: [eth('2'), unknown(2, '21000', '1')], forMs: 2 * MINUTE_MS }
    ],
    totals: ['26500', '5300', '26300'],
    told: [/^Sent 8 ETH/, /^Received 21,000 S2/]
  },
  {
    what: 'an amount with its point moved is not believed',
    steps: [{ rows: [E, U] }, { rows: [E, usdc('5000000000')] }, { rows: [E, U] }],
    totals: ['26200']
  },
  {
    what: 'a coin under two ids counts once',
    steps: [
      {
        rows: [
          pol(''),
          pol('0x0000000000000000000000000000000000001010'),
          celo(''),
          celo('0x471ece3750da237f93b8e339c536989b8978a438'),
          eth('1'),
          { ...eth('1'), tokenAddress: '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee' }
        ]
      }
    ],
    totals: ['8450']
  },
  {
    what: 'a row that cannot be read harms nobody',
    steps: [
      { rows: [E, U] },
      { rows: [eth('9'), U, risky] },
      { rows: [eth('10'), U, risky] },
      { rows: [eth('11'), U, risky, noChain] }
    ],
    totals: ['26200', '28850', '31500', '34150'],
    told: [/^Received 1 ETH/]
  },
  {
    what: 'a large deposit counts after two answers',
    steps: [{ rows: [eth('0.02')] }, { rows: [eth('40.02')], forMs: 2 * MINUTE_MS }],
    totals: ['53', '106053'],
    told: [/^Received 40 ETH/]
  }
];

/** A clock that shows `at` now. The app asks every two seconds of this computer's clock. */
function hurried(at: number, times = TIMES): { now: () => number; environment: Record<string, string> } {
  const since = Date.now();
  return {
    now: () => at + (Date.now() - since) * times,
    environment: {
      TOKENTRAY_TEST_CLOCK: `${at}@${since}x${times}`,
      TOKENTRAY_TEST_INTERVAL_MS: String(2000 * times)
    }
  };
}

/** Commands read by this computer's clock, so the hurried one must not get ahead of it. */
const longAgo = () => Date.now() - 5 * DAY_MS;

/** The totals that were ever shown, without repetition. */
async function shownTotals(profile: string): Promise<string[]> {
  const { stdout } = await read(profile, 'history', '--range', 'all', '--format', 'json');
  const points = JSON.parse(stdout) as { total: string }[];
  return points.map(({ total }) => total).filter((total, at, all) => total !== all[at - 1]);
}

interface Asked {
  readonly state: string;
  readonly notCounted: { readonly waiting?: number };
  readonly doubts: readonly { kind: string; worth: string }[];
}

async function asked(profile: string): Promise<Asked> {
  return JSON.parse((await read(profile, 'total', '--format', 'json')).stdout) as Asked;
}

/** What was answered last is applied once another answer was asked for. */
async function untilApplied(service: Service): Promise<void> {
  const before = service.requestCount;
  await until('two more requests', () => service.requestCount > before + 1);
}

for (const { what, steps, totals, told, waiting } of TABLE)
  test(what, async ({ desktop, launch, profile, provide, service }) => {
    await provide();
    const { now, environment } = hurried(longAgo());
    const script = new Script(steps, now);
    service.standIn.setNow(now);
    service.standIn.accounts.set(ACCOUNT_ID, () => script.next());
    await launch({ options: ['--hidden'], environment });
    await until('the last step', () => script.isOver);
    await untilApplied(service);

    expect(await shownTotals(profile)).toEqual(totals);
    const titles = desktop.notes.map(({ title }) => title);
    for (const [at, title] of (told ?? []).entries()) expect(titles[at]).toMatch(title);
    expect(titles.filter(title => /Total (up|down)/.test(title))).toEqual([]);
    if (!told && waiting === undefined) expect(titles).toEqual([]);
    expect((await asked(profile)).notCounted.waiting ?? 0).toBe(waiting ?? 0);
  });

test('tokens that nobody paid for count up to half of the rest, and are one question a day', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  await provide();
  const answer = async (at: number, ...rows: Rows) => {
    const { now, environment } = hurried(at);
    service.standIn.setNow(now);
    service.standIn.accounts.set(ACCOUNT_ID, () => rows);
    const app = await launch({ options: ['--hidden'], environment });
    await untilApplied(service);
    await app.kill();
    return (await readTotal(profile)).total;
  };
  const first = longAgo();
  expect(await answer(first, E, U)).toBe('26200');
  expect(await answer(first + HOUR_MS, E, U, ...airdrops(10))).toBe('38200');
  expect((await asked(profile)).notCounted.waiting).toBe(19);
  expect(await answer(first + DAY_MS + 2 * HOUR_MS, E, U, ...airdrops(10), ...airdrops(40))).toBe('38200');
  expect((await asked(profile)).notCounted.waiting).toBe(39);
  const questions = desktop.notes.filter(({ title }) => /your OK/.test(title));
  expect(questions.map(({ title }) => title)).toEqual([
    expect.stringContaining('19 tokens'),
    expect.stringContaining('39 tokens')
  ]);
});

test('three days of sleep confirm nothing: five minutes of answers after it do', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  await provide();
  // Five minutes of answers would decide the doubt: here they take longer than the test may wait.
  const first = hurried(longAgo(), 1);
  service.standIn.setNow(first.now);
  const script = new Script([{ rows: [E, U] }, { rows: [E] }], first.now);
  service.standIn.accounts.set(ACCOUNT_ID, () => script.next());
  const before = await launch({ options: ['--hidden'], environment: first.environment });
  await until('the missing token', () => script.isOver);
  await untilApplied(service);
  await before.kill();
  expect((await readTotal(profile)).total).toBe('26200');

  const woken = hurried(first.now() + 3 * DAY_MS);
  service.standIn.setNow(woken.now);
  const wokenAt = woken.now();
  await launch({ options: ['--hidden'], environment: woken.environment });
  await desktop.note(/^Sent 5,000 USDC/);
  expect(woken.now() - wokenAt).toBeGreaterThan(4 * MINUTE_MS);
  expect(await shownTotals(profile)).toEqual(['26200', '21200']);
});

test('an account and its address twice count once, and what counts elsewhere is named', async ({
  desktop,
  launch,
  profile,
  service
}) => {
  service.standIn.accounts.set(ACCOUNT_ID, () => [E, U]);
  for (const address of [OWNER, OWNER.toUpperCase().replace('0X', '0x')])
    service.standIn.addresses.set(address, () => [E, U]);
  const pasted = (name: string, address: string) => ({ name, source: 'v6-address', address, chains: ['1'] });
  const wallets = [
    { name: 'Cold', source: 'v5-account', accountId: ACCOUNT_ID },
    pasted('Pasted', OWNER),
    pasted('Again', OWNER.toUpperCase().replace('0X', '0x'))
  ];
  expect(await setUp(profile, service.setUpText({ wallets }))).toMatchObject({ status: 0 });
  await launch({ options: ['--hidden'] });
  await desktop.row(/^\$26,200\.00/);
  const { stdout } = await read(profile, 'tokens', '--format', 'json');
  const rows = JSON.parse(stdout) as { standing: string; alsoIn?: string }[];
  expect(rows.map(({ standing, alsoIn }) => [standing, alsoIn])).toEqual([
    ['counted', undefined],
    ['elsewhere', 'Cold'],
    ['elsewhere', 'Cold'],
    ['counted', undefined],
    ['elsewhere', 'Cold'],
    ['elsewhere', 'Cold']
  ]);
});

test('money that moves between two own accounts stays in the total, and neither rises nor falls', async ({
  desktop,
  launch,
  profile,
  service
}) => {
  let hasMoved = false;
  service.standIn.accounts.set(ACCOUNT_ID, () => (hasMoved ? [eth('1')] : [eth('1'), U]));
  const cold = (...rows: Rows) => rows.map(one => ({ ...one, address: OTHER_OWNER }));
  service.standIn.accounts.set(OTHER_ACCOUNT_ID, () => (hasMoved ? cold(eth('1'), U) : cold(eth('1'))));
  const account = (name: string, accountId: string) => ({ name, source: 'v5-account', accountId });
  const wallets = [account('Hot', ACCOUNT_ID), account('Cold', OTHER_ACCOUNT_ID)];
  expect(await setUp(profile, service.setUpText({ wallets }))).toMatchObject({ status: 0 });
  const { now, environment } = hurried(longAgo());
  service.standIn.setNow(now);
  await launch({ options: ['--hidden'], environment });
  await desktop.row(/^\$10,300\.00/);
  hasMoved = true;
  await until(
    'six more requests',
    (
      before => () =>
        service.requestCount > before + 5
    )(service.requestCount)
  );
  expect(await shownTotals(profile)).toEqual(['10300']);
  expect(desktop.notes.filter(({ title }) => /Total (up|down)/.test(title))).toEqual([]);
});
