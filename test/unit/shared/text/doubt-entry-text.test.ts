import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../../shared/domain/language';
import type { Entry } from '../../../../shared/schema/activity';
import { entryDetail, entryTitle, notificationTextOf } from '../../../../shared/text/notification-text';
import { arrivalOf, doubtOf, questionOf, unverifiedOf } from '../../../fakes/alert-events';
import { NOW } from '../../../fakes/holdings';

afterEach(() => setLanguage('en'));

const textOf = (entry: Entry, isMasked = false) => [
  entryTitle(entry, isMasked),
  entryDetail(entry, isMasked)
];
const THREE = {
  holdingId: null,
  symbol: '',
  worth: '92000',
  tokens: [
    { symbol: 'USDC', amount: '-80000' },
    { symbol: 'LINK', amount: '-500' },
    { symbol: 'UNI', amount: '-1' }
  ],
  count: 3
};

describe('a doubt that is checked', () => {
  it.each<[string, Entry, string, string]>([
    [
      'missing',
      doubtOf(),
      "OKX's answer lacks 80,000 USDC on Ethereum",
      'Counted with its last value while Tokentray checks · Cold wallet'
    ],
    [
      'several tokens missing',
      doubtOf(THREE),
      "OKX's answer lacks 3 tokens worth $92,000.00 on Ethereum",
      'USDC, LINK, UNI · Counted with their last values while Tokentray checks · Cold wallet'
    ],
    [
      'many tokens of several chains missing',
      doubtOf({ ...THREE, chainIndex: null, chain: '', count: 5 }),
      "OKX's answer lacks 5 tokens worth $92,000.00",
      'USDC, LINK, UNI and 2 more · Counted with their last values while Tokentray checks · Cold wallet'
    ],
    [
      'DeFi missing',
      doubtOf({ chainIndex: 'defi', chain: 'DeFi', symbol: 'DeFi', worth: '5000', tokens: [{ symbol: 'DeFi', amount: '-1' }] }), // prettier-ignore
      "OKX's answer lacks DeFi positions worth $5,000.00",
      'Counted with their last values while Tokentray checks · Cold wallet'
    ],
    [
      'silent-chain',
      doubtOf({ ...THREE, doubt: 'silent-chain' }),
      "OKX's answer has nothing on Ethereum",
      'USDC, LINK, UNI · Counted with their last values while Tokentray checks · Cold wallet'
    ],
    [
      'refused-chain',
      doubtOf({ doubt: 'refused-chain', symbol: '', tokens: [], count: 0, worth: '0' }),
      'OKX says that it does not support Ethereum',
      'Counted with their last values while Tokentray checks · Cold wallet'
    ],
    [
      'leap-of-amount',
      doubtOf({ doubt: 'leap-of-amount', tokens: [{ symbol: 'USDC', amount: '5000000000' }] }),
      "OKX's answer adds 5,000,000,000 USDC on Ethereum",
      'The old amount counts while Tokentray checks · Cold wallet'
    ],
    [
      'moved-point',
      doubtOf({ doubt: 'moved-point' }),
      "OKX's answer moves the decimal point of USDC on Ethereum",
      'The old amount counts while Tokentray checks · Cold wallet'
    ],
    [
      'leap-of-price',
      doubtOf({ doubt: 'leap-of-price' }),
      'The price of USDC on Ethereum jumped',
      'The old price counts while Tokentray checks · Cold wallet'
    ],
    [
      'risk-flag',
      doubtOf({ doubt: 'risk-flag' }),
      'OKX now calls USDC on Ethereum risky',
      'It counts while Tokentray checks · Cold wallet'
    ]
  ])('says what is in doubt and what counts meanwhile: %s', (_, entry, title, detail) =>
    expect(textOf(entry)).toEqual([title, detail])
  );
});

describe('the end of a doubt', () => {
  it.each<[string, Entry, string, string]>([
    ['back', doubtOf({ phase: 'as-before' }), '80,000 USDC on Ethereum are back', "In OKX's answer again"],
    [
      'one unit back',
      doubtOf({ phase: 'as-before', tokens: [{ symbol: 'ETH', amount: '-1' }] }),
      '1 ETH on Ethereum is back',
      "In OKX's answer again"
    ],
    ['gone', doubtOf({ phase: 'confirmed' }), '80,000 USDC on Ethereum are gone', 'No longer counted'],
    [
      'decided',
      doubtOf({ phase: 'decided' }),
      'Your decision on 80,000 USDC on Ethereum',
      'Counted as you decided'
    ],
    [
      'returned',
      doubtOf({ phase: 'returned', doubtId: null, tokens: [{ symbol: 'USDC', amount: '80000' }] }),
      '80,000 USDC on Ethereum are back',
      'Counted again'
    ],
    [
      'a chain back',
      doubtOf({ doubt: 'refused-chain', phase: 'as-before' }),
      'Ethereum is back',
      'OKX supports it again'
    ],
    [
      'a chain dropped',
      doubtOf({ doubt: 'refused-chain', phase: 'confirmed' }),
      'OKX no longer supports Ethereum',
      'No longer counted'
    ],
    [
      'a leap confirmed',
      doubtOf({ doubt: 'leap-of-amount', phase: 'confirmed' }),
      'Confirmed: 80,000 USDC on Ethereum',
      'Counted from now on'
    ],
    [
      'a price that was a mistake',
      doubtOf({ doubt: 'leap-of-price', phase: 'as-before' }),
      'Not confirmed: change of USDC on Ethereum',
      "OKX's answer has the old price again"
    ],
    [
      'a risk flag confirmed',
      doubtOf({ doubt: 'risk-flag', phase: 'confirmed' }),
      'Confirmed: OKX calls USDC on Ethereum risky',
      'No longer counted'
    ]
  ])('%s', (_, entry, title, detail) => expect(textOf(entry)).toEqual([title, `${detail} · Cold wallet`]));
});

describe('what needs the OK', () => {
  it('is one sentence with the number of tokens and all they are worth', () => {
    expect(textOf(questionOf())).toEqual([
      '12 tokens, $266,200.00 in all, need your OK',
      'Over your limits for tokens that Tokentray does not know. Include or exclude them.'
    ]);
    expect(textOf(questionOf({ count: 1, symbol: 'FREE', worth: '48000' }))[0]).toBe(
      'FREE, $48,000.00, needs your OK'
    );
  });

  it('of an older version still names its token', () =>
    expect(textOf(unverifiedOf())[0]).toBe('USDC not counted yet'));
});

it('contains no amount while balances are hidden, or where notifications have none', () => {
  const all = [
    doubtOf(),
    doubtOf(THREE),
    doubtOf({ ...THREE, doubt: 'leap-of-amount', phase: 'confirmed' }),
    doubtOf({ phase: 'as-before' }),
    questionOf(),
    questionOf({ count: 1, symbol: 'FREE' })
  ];
  expect(textOf(doubtOf(), true)[0]).toBe("OKX's answer lacks ••• USDC on Ethereum");
  expect(textOf(doubtOf(THREE), true)[0]).toBe("OKX's answer lacks 3 tokens on Ethereum");
  expect(textOf(questionOf(), true)[0]).toBe('12 tokens need your OK');
  for (const entry of all) expect(textOf(entry, true).join()).not.toMatch(/\$|80,?000|92,?000|266/);
});

it('a doubt beside others names its chain once, and gives the notification its title', () => {
  const entries = [doubtOf(), arrivalOf()];
  const { title, body } = notificationTextOf(
    { id: 'n', at: NOW, entries, deferredCount: 0, isLastToday: false },
    false,
    false
  );
  expect(title).toBe("OKX's answer lacks 80,000 USDC on Ethereum");
  expect(body.split('\n').at(-1)).toBe('Received 250 USDC · $250.00 · Base');
  const [, line] = notificationTextOf(
    { id: 'n', at: NOW, entries: [questionOf(), doubtOf()], deferredCount: 0, isLastToday: false },
    false,
    false
  ).body.split('\n');
  expect(line).toBe("OKX's answer lacks 80,000 USDC on Ethereum");
});

it('is Chinese in Chinese', () => {
  setLanguage('zh');
  expect(textOf(doubtOf())).toEqual([
    'OKX 的响应中缺少以太坊上的 80,000 USDC',
    '核实期间按最近的价值计入 · Cold wallet'
  ]);
  expect(textOf(doubtOf({ phase: 'returned' }))[0]).toBe('以太坊上的 80,000 USDC 已恢复');
  expect(textOf(questionOf())[0]).toBe('12 个代币（共 $266,200.00）等待确认');
});
