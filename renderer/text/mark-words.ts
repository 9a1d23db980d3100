// Why a row is not ordinary, and what can be done about it.
import { spoken } from '../../shared/domain/language';

const MARKS_EN = {
  risky: 'Risky, says OKX. Shown because you asked; not counted.',
  riskyCounted: 'Risky, says OKX. Counted because you chose so.',
  unverified: 'New, and worth more than half of the rest. It is not counted.',
  unpriced: 'No price known. Listed, not counted.',
  keptOut: 'Kept out by you. Listed, not counted.',
  doubted: (price: string): string => `OKX now says ${price}. The old price stays in use.`,
  testnet: 'A test network: never valued.',
  duplicate: 'OKX listed it twice with different amounts. The larger one is counted.',
  priceKept: (since: string, until: string): string =>
    `No price since ${since}. The last one is used until ${until}.`
};

const ACTS_EN = {
  count: 'Count it',
  countAgain: 'Count it again',
  keepOut: 'Keep out',
  newPrice: 'Use the new price'
};

export const MARKS = spoken(MARKS_EN, {
  risky: 'OKX 标记为风险代币。仅按所选显示，不计入。',
  riskyCounted: 'OKX 标记为风险代币。已按所选计入。',
  unverified: '新代币，价值超过其余资产的一半，未计入。',
  unpriced: '没有已知价格。仅列出，不计入。',
  keptOut: '已手动排除。仅列出，不计入。',
  doubted: price => `OKX 现报价 ${price}，仍沿用原价格。`,
  testnet: '测试网：不计价值。',
  duplicate: 'OKX 列出两次且数量不同，按较大者计入。',
  priceKept: (since, until) => `自 ${since} 起没有价格，最后价格沿用至 ${until}。`
});

export const ACTS = spoken(ACTS_EN, {
  count: '计入',
  countAgain: '重新计入',
  keepOut: '不计入',
  newPrice: '采用新价格'
});
