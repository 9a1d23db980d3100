// Measures the processing of a reply from bytes to changes, and JSON.parse of the same bytes in the same process.
// Prints JSON.
import { applyRound } from '../../electron/core/polling/round';
import { drivers } from '../../electron/okx/drivers';
import type { Model } from '../../electron/core/state/model';
import type { HttpReply } from '../../electron/core/ports/ports';
import { KEY, NOW, walletOf } from '../fakes/holdings';
import { fakeWorld, modelOf, reply } from '../fakes/world';

const CHAINS = ['1', '8453', '137', '10', '42161', '56'];
/** Of a thousand holdings, so many have another price than in the poll before, and one has another amount. */
const REPRICED = 50;
const wallet = walletOf();

/** So much of a coin that all tokens are few beside it, and count; without it most of them wait for an OK. */
const COIN = {
  chainIndex: '1',
  tokenAddress: '',
  address: '0xa03400e098f4421b34a3a44a1b4e571419517687',
  symbol: 'ETH',
  balance: '1000000000.5',
  rawBalance: '',
  tokenPrice: '2500.5',
  tokenType: '1',
  isRiskToken: false
};

/** Rows as OKX writes them: 16 to 17 significant digits, prices of 18 places. */
function body(count: number, poll: number, isWaiting: boolean): string {
  const tokens = Array.from({ length: count }, (_, at) => {
    const lot = (at * 7919) % 1000;
    const [priced, moved] = [lot < REPRICED ? poll : 0, lot === REPRICED ? poll : 0];
    return {
      chainIndex: CHAINS[at % CHAINS.length],
      tokenAddress: `0x${(at + 1).toString(16).padStart(40, '0')}`,
      address: '0xa03400e098f4421b34a3a44a1b4e571419517687',
      symbol: `TOK${at}`,
      balance: `${1 + (at % 9973)}.${String(43236613 + at + moved).padStart(12, '0')}7`,
      rawBalance: '',
      tokenPrice: `${at % 31}.${String(981234567 + at + priced).padStart(17, '0')}3`,
      tokenType: '1',
      isRiskToken: at % 50 === 0
    };
  });
  return reply(isWaiting ? tokens : [COIN, ...tokens.slice(1)]).body;
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;

function timed(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** Measures both alternately, so that a busy moment of the machine affects both. */
function measure(count: number, rounds: number, isWaiting = false) {
  const world = fakeWorld();
  let model: Model = modelOf([wallet]);
  const parse: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const text = body(count, round, isWaiting);
    const answer: HttpReply = { status: 200, headers: {}, body: text };
    parse.push(timed(() => JSON.parse(text)));
    world.at = NOW + 60_000 * round;
    const poll = () => {
      const reading = drivers[wallet.source].read(answer, wallet, world.at, model.snapshots[0]);
      const answers = [{ chains: null, reading, answeredAt: world.at, serviceTime: world.at }];
      const outcome = {
        answers,
        refusals: [],
        unsupported: [],
        remaining: null,
        requests: 1,
        clockOffsetMs: 0
      };
      model = applyRound(model, [{ wallet, key: KEY, outcome }], world).model;
    };
    whole.push(timed(poll));
  }
  // The first rounds are the baseline, and run in code that is still being compiled.
  const kept = (all: number[]) => all.slice(Math.min(3, rounds >> 1));
  const times = { parseMs: median(kept(parse)), wholeMs: median(kept(whole)) };
  const ratios = kept(whole).map((ms, at) => ms / (kept(parse)[at] ?? 1));
  return {
    count,
    isWaiting,
    ...times,
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios)
  };
}

const ROUNDS = { 10: 400, 1000: 60, 10_000: 14, 100_000: 6 };
measure(1000, 30);
const measured = Object.entries(ROUNDS).map(([count, rounds]) => measure(Number(count), rounds));
process.stdout.write(JSON.stringify([...measured, measure(10_000, ROUNDS[10_000], true)]));
