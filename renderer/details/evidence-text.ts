// Texts about how a holding is known: which answers, and by which rule it counts; both languages.
import { localized } from '../../shared/domain/language';
import type { Evidence } from '../../shared/ipc/verification-calls';
import { integerText } from '../text/phrases';

type Ground = Evidence['ground'];

const EVIDENCE_TEXT_EN = {
  title: 'How this is known',
  ground: 'Rule',
  grounds: {
    coin: 'Coin of a known chain: counts',
    contract: 'Well-known contract: counts',
    defi: "OKX's sum of your DeFi positions: counts",
    included: 'Included by you',
    paid: 'Other tokens were paid for it: counts',
    limit: 'Within your limit for unknown tokens: counts',
    earlier: 'Counts since before the limit; needs your OK',
    waits: 'Over your limit for unknown tokens; needs your OK',
    excluded: 'Excluded by you',
    risky: 'OKX calls it risky: not counted',
    unpriced: 'No price known: not counted',
    testnet: 'Test network: not counted'
  } satisfies Record<Ground, string>,
  cost: 'Paid for it',
  answer: "OKX's answer",
  at: (amount: string, price: string | null): string => (price === null ? amount : `${amount} at ${price}`),
  noPrice: 'no price',
  none: 'not in it',
  risky: 'risky',
  ago: (said: string, age: string): string => `${said}, ${age} ago`,
  since: 'In doubt since',
  first: 'First answer',
  last: 'Last answer',
  agreed: 'Agreement',
  agreement: (answers: number, agreed: string, needed: string): string =>
    `${answers === 1 ? '1 answer' : `${integerText(answers)} answers`}, ${agreed} of ${needed}`,
  waiting: 'Needs your OK'
};

const EVIDENCE_TEXT_ZH: typeof EVIDENCE_TEXT_EN = {
  title: '数据依据',
  ground: '规则',
  grounds: {
    coin: '已知链的原生币，计入',
    contract: '知名合约，计入',
    defi: 'OKX 汇总的 DeFi 价值，计入',
    included: '已手动计入',
    paid: '以其他代币换得，计入',
    limit: '在未知代币的限额内，计入',
    earlier: '早于限额计入，等待确认',
    waits: '超出未知代币的限额，等待确认',
    excluded: '已手动排除',
    risky: 'OKX 标记为风险代币，未计入',
    unpriced: '没有已知价格，未计入',
    testnet: '测试网，未计入'
  },
  cost: '换入成本',
  answer: 'OKX 的响应',
  at: (amount, price) => (price === null ? amount : `${amount}，单价 ${price}`),
  noPrice: '无价格',
  none: '其中没有',
  risky: '风险代币',
  ago: (said, age) => `${said}，${age}前`,
  since: '存疑始于',
  first: '首次响应',
  last: '最近响应',
  agreed: '一致性',
  agreement: (answers, agreed, needed) => `${integerText(answers)} 次响应，${agreed} / ${needed}`,
  waiting: '等待确认'
};

export const EVIDENCE_TEXT = localized({ en: EVIDENCE_TEXT_EN, zh: EVIDENCE_TEXT_ZH });
