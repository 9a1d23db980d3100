// Tests the sentences about doubts, and what the ids of decisions mean.
import { describe, expect, it } from 'vitest';
import { findDecisionTarget } from '../../../../electron/core/report/decision-target';
import { doubtReason } from '../../../../electron/core/report/doubt-reason';
import { askedHoldings } from '../../../../electron/core/report/doubts';
import { shortIdOf } from '../../../../electron/core/doubts/short-id';
import type { DoubtRow, HoldingRow } from '../../../../shared/schema/app-state';
import { DOUBT } from '../../../fakes/doubts';
import { chainFacts, holdingOf, usdc } from '../../../fakes/holdings';

const reason = (change: Partial<DoubtRow>, isHidden = false) =>
  doubtReason({ ...DOUBT, ...change }, { chains: chainFacts, isHidden });

describe('the reason of a doubt', () => {
  it.each<[Partial<DoubtRow>, string]>([
    [{}, "OKX's answer lacks 5,000 USDC on Base; its last value counts while Tokentray checks."],
    [
      { holdingIds: ['a', 'b'], symbols: ['USDC', 'LINK'], amount: null },
      "OKX's answer lacks USDC and LINK on Base; the last values count while Tokentray checks."
    ],
    [
      {
        holdingIds: ['a', 'b', 'c', 'd', 'e'],
        symbols: ['A', 'B', 'C', 'D', 'E'],
        amount: null,
        chainIndex: null
      },
      "OKX's answer lacks A, B, C and 2 more; the last values count while Tokentray checks."
    ],
    [
      { chainIndex: 'defi', symbols: ['DeFi positions'] },
      "OKX's answer lacks DeFi positions; the last values count while Tokentray checks."
    ],
    [
      { holdingIds: ['a', 'b'], symbols: ['USDC', 'ETH'], amount: null, neededMs: 15_000 },
      "In OKX's answer USDC and ETH on Base look swapped or moved; the old amounts count while Tokentray checks."
    ],
    [
      { kind: 'silent-chain' },
      "OKX's answer has nothing on Base; the last values count while Tokentray checks."
    ],
    [
      { kind: 'refused-chain' },
      'OKX says that it does not support Base; the last values count while Tokentray checks.'
    ],
    [
      { kind: 'leap-of-amount', neededMs: 15_000 },
      "OKX's answer adds 5,000 USDC on Base; the old amount counts while Tokentray checks."
    ],
    [
      { kind: 'moved-point' },
      "OKX's answer moves the decimal point of USDC on Base; the old amount counts while Tokentray checks."
    ],
    [
      { kind: 'leap-of-price', amount: null },
      "The price of USDC on Base jumped in OKX's answer; the old price counts while Tokentray checks."
    ],
    [
      { kind: 'risk-flag', amount: null },
      'OKX now calls USDC on Base risky; it counts while Tokentray checks.'
    ]
  ])('is one sentence: %j', (change, sentence) => expect(reason(change)).toBe(sentence));

  it('has no amount while balances are hidden', () => {
    expect(reason({}, true)).toBe(
      "OKX's answer lacks ••• USDC on Base; its last value counts while Tokentray checks."
    );
  });
});

const rowOf = (change: Partial<HoldingRow>): HoldingRow => {
  const holding = holdingOf({ ...usdc(), ...change });
  const { id, ...rest } = holding;
  return {
    ...rest,
    id: `${id}${holding.tokenAddress}`,
    value: holding.balance,
    countingStatus: 'unverified',
    isStale: false,
    changePercent: null
  };
};
const holdings = [
  rowOf({ tokenAddress: '0xa1', symbol: 'CLAIM', balance: '10' }),
  rowOf({ tokenAddress: '0xa2', symbol: 'GIFT', balance: '30' }),
  { ...rowOf({ tokenAddress: '0xa3', symbol: 'ETH' }), countingStatus: 'counted' as const }
];
const [claim, gift] = holdings as [HoldingRow, HoldingRow];
const doubts = [
  { ...DOUBT, id: 'k3f9a2' },
  { ...DOUBT, id: 'k3fzzz', symbols: ['LINK'] }
];
const find = (id: string) => findDecisionTarget(id, { doubts, holdings });

describe('the id of a decision', () => {
  it('means a doubt by its id, or by letters that no other id begins with', () => {
    expect(find('k3f9a2')).toEqual({ doubt: doubts[0] });
    expect(find('k3fz')).toEqual({ doubt: doubts[1] });
  });

  it('means a token by its short id, the beginning of that, or its whole id', () => {
    const id = shortIdOf(claim.id);
    expect(id).toMatch(/^[0-9a-z]{8}$/);
    for (const given of [id, id.slice(0, 4), claim.id])
      expect(find(given)).toMatchObject({ tokens: [{ row: { symbol: 'CLAIM' } }] });
  });

  it('means with "all" every token that needs an OK, the most valuable first, and no doubt', () => {
    expect(find('all')).toEqual({ tokens: askedHoldings(holdings) });
    expect(askedHoldings(holdings).map(({ row }) => row.symbol)).toEqual(['GIFT', 'CLAIM']);
    expect(findDecisionTarget('all', { doubts, holdings: [] })).toEqual({
      problem: 'Nothing needs your OK.'
    });
  });

  it('is refused with the candidates when it may mean several', () => {
    expect(find('k3f')).toEqual({
      problem: 'Several ids match, so nothing was changed: k3f9a2 (USDC), k3fzzz (LINK).'
    });
  });

  it('that two tokens share is refused with the whole ids', () => {
    const twin = { ...gift, id: claim.id, symbol: 'TWIN' };
    const target = findDecisionTarget(shortIdOf(claim.id), { doubts, holdings: [claim, twin] });
    expect(target).toMatchObject({ problem: expect.stringContaining(`${claim.id} (CLAIM)`) as string });
  });

  it.each(['', 'k3', 'nothing', 'ALL', holdings[2]!.id, '__proto__'])(
    'that is unknown or too short is refused, with where ids are listed: %j',
    id => {
      expect(find(id)).toMatchObject({ problem: expect.stringContaining('"tokentray doubts"') as string });
    }
  );
});
