import { describe, expect, it } from 'vitest';
import { updateSnapshot, emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { countingRuleOf } from '../../../../electron/core/portfolio/counting-rule';
import {
  exportOf,
  fileText,
  isEmptyExport,
  mergePoints,
  type ExportInput
} from '../../../../electron/core/export/export';
import { entryJson } from '../../../../electron/core/export/holding-rows';
import { portfolioOf } from '../../../../electron/core/portfolio/portfolio';
import { decimal, sum, toText } from '../../../../shared/domain/decimal';
import { EXPORTS } from '../../../../shared/ipc/history-calls';
import { arrived, EACH_KIND, walletsAdded } from '../../../fakes/entries';
import { answered, chainFacts, HOUR_MS, holdingOf, NOW, usdc, walletOf } from '../../../fakes/holdings';
import { pointAt } from '../../../fakes/points';
import { settingsOf } from '../../../fakes/world';

const rows = [
  holdingOf({ balance: '0.1', price: '2000.2' }),
  usdc({ balance: '7.50' }),
  usdc({ tokenAddress: '0xbad', isRisky: true, symbol: '=HYPERLINK("http://x.io";"Claim, now")' }),
  usdc({ tokenAddress: '0xfff', price: null, symbol: '-PEPE' })
];
const wallet = walletOf({ name: 'Cold, "old"' });
const snapshots = [updateSnapshot(emptySnapshot(wallet), answered(rows), NOW)];
const rule = countingRuleOf(settingsOf([wallet]), chainFacts);
const portfolio = portfolioOf(
  { wallets: [wallet], snapshots, rule, staleAfterMs: HOUR_MS, baseline: null, latest: null },
  NOW
);
const empty = portfolioOf(
  { wallets: [wallet], snapshots: [], rule, staleAfterMs: HOUR_MS, baseline: null, latest: null },
  NOW
);
const facts = (change: Partial<ExportInput> = {}): ExportInput => ({
  portfolio,
  wallets: [wallet],
  points: [],
  entries: [],
  ...change
});
const share = (value: string) => ({ value, prices: '0', transfers: '0', chains: { '1': value } });

const points = [
  pointAt(NOW, {
    total: '100.5',
    ledger: { prices: '0', transfers: '0', recounted: '100.5' },
    wallets: { w1: share('100.5') }
  }),
  pointAt(NOW + 60_000, {
    total: '90.1',
    ledger: { prices: '-20.4', transfers: '10', recounted: '100.5' },
    wallets: { w1: share('60.1'), gone: share('30') },
    stale: ['gone/1']
  })
];

describe('the history as a file', () => {
  it('has one line per point, with the causes of the change since the previous line, and one column per wallet', () => {
    expect(exportOf('history', 'csv', facts({ points }))).toBe(
      [
        'time,total,prices,transfers,recounted,stale,"Cold, ""old""",gone',
        '2026-11-22T09:00:00.000Z,100.5,,,,false,100.5,',
        '2026-11-22T09:01:00.000Z,90.1,-20.4,10,0,true,60.1,30'
      ].join('\n')
    );
  });

  it('has the same content as JSON', () => {
    expect(JSON.parse(exportOf('history', 'json', facts({ points })))).toEqual([
      {
        time: '2026-11-22T09:00:00.000Z',
        total: '100.5',
        prices: null,
        transfers: null,
        recounted: null,
        stale: false,
        wallets: [
          { id: 'w1', name: 'Cold, "old"', value: '100.5' },
          { id: 'gone', name: 'gone', value: null }
        ],
        schemaVersion: 1
      },
      {
        time: '2026-11-22T09:01:00.000Z',
        total: '90.1',
        prices: '-20.4',
        transfers: '10',
        recounted: '0',
        stale: true,
        wallets: [
          { id: 'w1', name: 'Cold, "old"', value: '60.1' },
          { id: 'gone', name: 'gone', value: '30' }
        ],
        schemaVersion: 1
      }
    ]);
  });

  it('gives wallets of one name different headers, also different from other columns and from formulas', () => {
    const wallets = ['Cold', 'Cold', 'total', '=1+1'].map((name, place) => ({ id: `w${place}`, name }));
    expect(exportOf('history', 'csv', facts({ points: [], wallets }))).toBe(
      "time,total,prices,transfers,recounted,stale,Cold,Cold (2),total (2),'=1+1"
    );
  });

  it('merges the resolutions in the order of time, each moment once', () => {
    const [a, b, c] = [pointAt(1), pointAt(2), pointAt(3)];
    expect(mergePoints([[c, b], [], [pointAt(1), pointAt(3)], [a]]).map(({ at }) => at)).toEqual([1, 2, 3]);
  });
});

describe('the holdings as a file', () => {
  it('has one line per holding, and a value only if the holding counts', () => {
    const address = '0xa03400e098f4421b34a3a44a1b4e571419517687';
    expect(exportOf('holdings', 'csv', facts())).toBe(
      [
        'wallet,chain,address,token address,symbol,balance,price,value,standing,stale',
        `"Cold, ""old""",Ethereum,${address},,ETH,0.1,2000.2,200.02,counted,false`,
        `"Cold, ""old""",Base,${address},0xc01,USDC,7.5,1,7.5,counted,false`,
        `"Cold, ""old""",Base,${address},0xbad,"'=HYPERLINK(""http://x.io"";""Claim, now"")",250,1,,risky,false`,
        `"Cold, ""old""",Base,${address},0xfff,'-PEPE,250,,,unpriced,false`
      ].join('\n')
    );
  });

  it('has values that add up to the total', () => {
    const values = (JSON.parse(exportOf('holdings', 'json', facts())) as { value: string | null }[]).map(
      ({ value }) => value
    );
    expect(values).toEqual(['200.02', '7.5', null, null]);
    expect(toText(sum(values.map(value => decimal(value ?? '0'))))).toBe(portfolio.total);
  });
});

describe('an export of what two wallets watch', () => {
  const twin = walletOf({ id: 'w2', name: 'Twin', accountId: 'b' });
  const address = '0xa03400e098f4421b34a3a44a1b4e571419517687';
  const own = holdingOf({ walletId: 'w2', address, balance: '0.1', price: '2000.2' });
  const wallets = [wallet, twin];
  const both = [...snapshots, updateSnapshot(emptySnapshot(twin), answered([own]), NOW)];
  const drawn = portfolioOf(
    { wallets, snapshots: both, rule, staleAfterMs: HOUR_MS, baseline: null, latest: null },
    NOW
  );
  const exported = (kind: 'holdings' | 'history', format: 'csv' | 'json') =>
    exportOf(kind, format, facts({ portfolio: drawn, wallets, points: [repeatedPoint] }));
  const repeatedPoint = pointAt(NOW, {
    total: '200.02',
    wallets: { w1: share('200.02'), w2: share('200.02') },
    countedOnce: [{ walletId: 'w2', ahead: ['w1'], chains: { '1': '200.02' } }]
  });

  it('has the row of the other wallet without a value, and names where it counts', () => {
    expect(exported('holdings', 'csv').split('\n').at(-1)).toBe(
      `Twin,Ethereum,${address},,ETH,0.1,2000.2,,elsewhere,false,"Cold, ""old"""`
    );
    const read = JSON.parse(exported('holdings', 'json')) as {
      value: string | null;
    }[];
    expect(read.at(-1)).toMatchObject({ value: null, standing: 'elsewhere', alsoIn: 'Cold, "old"' });
    expect(toText(sum(read.map(({ value }) => decimal(value ?? '0'))))).toBe(drawn.total);
  });

  it('has a column with which the wallets of each point add up to the total', () => {
    expect(exported('history', 'csv')).toBe(
      [
        'time,total,prices,transfers,recounted,stale,"Cold, ""old""",Twin,counted once',
        '2026-11-22T09:00:00.000Z,200.02,,,,false,200.02,200.02,-200.02'
      ].join('\n')
    );
    expect(JSON.parse(exported('history', 'json'))).toMatchObject([{ countedOnce: '-200.02' }]);
  });
});

describe('the activity as a file', () => {
  it('has one line per entry, with token amounts and dollar amounts in separate columns', () => {
    const entries = [
      ...EACH_KIND,
      arrived({ id: 'e9', symbol: '@x', silence: 'quiet-hours', toldAt: NOW + 1000, toldIn: 'desktop' })
    ];
    expect(exportOf('activity', 'csv', facts({ entries })).replaceAll('2026-11-22T09:00:00.000Z', 'T')).toBe(
      [
        'time,kind,what,wallet,chain,symbol,amount,worth,told at,where,silence',
        'T,arrived,Received 250 USDC,Cold wallet,Base,USDC,250,250,,,',
        'T,left,Sent 0.5 USDC,Cold wallet,Base,USDC,-0.5,,,,',
        'T,total,Total up 6.3\u202f%,,,,,62.5,,,',
        'T,price,USDC down 15.0\u202f%,Cold wallet,Base,USDC,,-300,,,',
        'T,key,"Key ""OKX"" stopped working",,,,,,,,',
        'T,polls,Several wallets: no answer for 30 min,,,,,,,,',
        'T,unverified,USDC not counted yet,Cold wallet,Base,USDC,,90000,,,',
        'T,unsupported,"OKX does not support Fantom, Base",,,,,,,,',
        'T,unverified,"12 tokens, $266,200.00 in all, need your OK",,,,,266200,,,',
        'T,doubt,"OKX\'s answer lacks 80,000 USDC on Base",Cold wallet,Base,USDC,,80000,,,',
        'T,doubt,"80,000 USDC on Base are back",Cold wallet,Base,USDC,,,,,',
        'T,wallet-added,Wallet added: Cold wallet,Cold wallet,,,,1200,,,',
        'T,wallet-added,Wallet added: Daily,Daily,,,,0.5,,,',
        'T,wallet-removed,Wallet removed: Cold wallet,Cold wallet,,,,,,,',
        "T,arrived,Received 250 @x,Cold wallet,Base,'@x,250,250,2026-11-22T09:00:01.000Z,desktop,quiet-hours"
      ].join('\n')
    );
  });

  it('has as JSON every field of an entry, with times as text', () => {
    const [, , total] = JSON.parse(exportOf('activity', 'json', facts({ entries: EACH_KIND })));
    expect(total).toMatchObject({
      time: '2026-11-22T09:00:00.000Z',
      what: 'Total up 6.3\u202f%',
      since: '2026-11-21T09:00:00.000Z',
      from: '1000',
      transfers: '2.5',
      toldAt: null
    });
    expect(total).not.toHaveProperty('at');
  });
});

describe('an entry about added wallets as JSON', () => {
  it('lists them, and has no value while balances are hidden', () => {
    expect(entryJson(walletsAdded(), false)).toMatchObject({
      what: '2 wallets added',
      kind: 'wallet-added',
      worth: '1200.5',
      wallets: [{ name: 'Cold wallet', worth: '1200' }, { name: 'Daily' }]
    });
    const masked = entryJson(walletsAdded(), true);
    expect(masked).toMatchObject({
      worth: null,
      wallets: [{ name: 'Cold wallet', worth: null }, { worth: null }]
    });
    expect(JSON.stringify(masked)).not.toContain('1200');
  });
});

describe('an entry about a doubt as JSON', () => {
  it('has its kind, phase and tokens, and no amount while balances are hidden', () => {
    const doubt = EACH_KIND.find(({ kind }) => kind === 'doubt')!;
    const facts = { kind: 'doubt', doubt: 'missing', doubtId: 'd1', phase: 'checking', count: 1 };
    expect(entryJson(doubt, false)).toMatchObject({
      ...facts,
      worth: '80000',
      tokens: [{ symbol: 'USDC', amount: '-80000' }]
    });
    const masked = entryJson(doubt, true);
    expect(masked).toMatchObject({ ...facts, worth: null, tokens: [{ symbol: 'USDC', amount: null }] });
    expect(JSON.stringify(masked)).not.toMatch(/80,?000/);
  });
});

it('an entry with a right-to-left name has its raw text in files', () => {
  const entries = [arrived({ symbol: 'مثال' })];
  for (const format of ['csv', 'json'] as const)
    expect(exportOf('activity', format, facts({ entries }))).toContain('Received 250 مثال');
});

describe('nothing to export', () => {
  it('is found before a file is written', () => {
    const nothing = facts({ portfolio: empty });
    for (const what of EXPORTS) expect(isEmptyExport(what, nothing)).toBe(true);
    expect(isEmptyExport('history', facts({ points }))).toBe(false);
    expect(isEmptyExport('holdings', facts())).toBe(false);
    expect(isEmptyExport('activity', facts({ entries: [arrived()] }))).toBe(false);
  });

  it('gives only a header, or an empty list', () => {
    for (const what of EXPORTS) {
      const nothing = facts({ portfolio: { ...empty, holdings: [] } });
      expect(exportOf(what, 'csv', nothing).split('\n')).toHaveLength(1);
      expect(exportOf(what, 'json', nothing)).toBe('[]');
    }
  });
});

describe('the text of a file', () => {
  it('begins with a byte order mark if it is CSV', () => {
    expect(fileText('csv', 'time')).toBe('\uFEFFtime\n');
    expect(fileText('json', '[]')).toBe('[]\n');
  });
});
