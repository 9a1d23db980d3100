// Texts of the table filters and columns, the holding status and its actions, in both languages.
import { locale, localized } from '../../shared/domain/language';

const count = (n: number): string => n.toLocaleString(locale());

const FILTER_TEXT_EN = {
  groupings: { chain: 'chain', token: 'token', wallet: 'wallet', group: 'wallet group', nothing: 'nothing' },
  walletGroups: 'Groups',
  noGroup: 'No group',
  filter: 'Filter',
  filters: 'Filters of the table',
  chain: 'Chain',
  wallet: 'Wallet',
  contract: 'Contract',
  anyChain: 'All chains',
  anyWallet: 'All wallets',
  type: 'Type',
  types: {
    any: 'All types',
    native: 'Native coins',
    token: 'Tokens',
    inscription: 'Inscriptions',
    defi: 'DeFi'
  },
  only: 'Only',
  onlyAny: 'Everything',
  onlyKinds: {
    small: 'Under $1',
    unpriced: 'No price',
    unverified: 'Needs your OK',
    risky: 'Risky',
    'kept-out': 'Excluded',
    testnet: 'Test networks'
  },
  riskyShown: 'risky shown',
  clear: 'Clear filters',
  remove: (name: string): string => `Remove the filter ${name}`,
  columns: 'Columns',
  table: 'Columns and copying',
  share: 'Share',
  copyTable: 'Copy table',
  copied: (rows: number): string => (rows === 1 ? 'Copied 1 row' : `Copied ${count(rows)} rows`),
  copiedRow: (symbol: string): string => `Copied the row of ${symbol}`
};

const FILTER_TEXT_ZH: typeof FILTER_TEXT_EN = {
  groupings: { chain: '链', token: '代币', wallet: '钱包', group: '钱包分组', nothing: '不分组' },
  walletGroups: '钱包分组',
  noGroup: '未分组',
  filter: '筛选',
  filters: '列表筛选',
  chain: '链',
  wallet: '钱包',
  contract: '合约',
  anyChain: '全部链',
  anyWallet: '全部钱包',
  type: '类型',
  types: { any: '全部类型', native: '原生币', token: '代币', inscription: '铭文', defi: 'DeFi' },
  only: '只看',
  onlyAny: '全部',
  onlyKinds: {
    small: '低于 $1',
    unpriced: '无价格',
    unverified: '等待确认',
    risky: '风险代币',
    'kept-out': '已排除',
    testnet: '测试网'
  },
  riskyShown: '已显示风险代币',
  clear: '清除筛选',
  remove: name => `移除筛选：${name}`,
  columns: '列',
  table: '列与复制',
  share: '占比',
  copyTable: '复制列表',
  copied: rows => `已复制 ${count(rows)} 行`,
  copiedRow: symbol => `已复制 ${symbol} 这一行`
};

export const FILTER_TEXT = localized({ en: FILTER_TEXT_EN, zh: FILTER_TEXT_ZH });

const HOLDING_STATUS_TEXT_EN = {
  risky: 'OKX calls it risky. Shown as you chose; not counted.',
  riskyCounted: 'OKX calls it risky. Counted as you chose.',
  unverified: 'Needs your OK. Not counted until then.',
  waiting: 'More needs your OK. Its last value counts until then.',
  asked: 'Needs your OK. Counted until then.',
  unpriced: 'No price known. Listed, not counted.',
  excluded: 'Excluded by you. Listed, not counted.',
  doubted: 'Being checked. Its last value counts until then.',
  testnet: 'A test network: not valued.',
  duplicate: 'OKX listed it twice with different amounts. The larger one is counted.',
  priceReused: (since: string, until: string): string =>
    `No price since ${since}. The last one is used until ${until}.`
};

const STATUS_ACTION_TEXT_EN = {
  count: 'Include',
  exclude: 'Exclude'
};

export const HOLDING_STATUS_TEXT = localized({
  en: HOLDING_STATUS_TEXT_EN,
  zh: {
    risky: 'OKX 标记为风险代币。按你的设置显示，不计入。',
    riskyCounted: 'OKX 标记为风险代币。按你的设置计入。',
    unverified: '等待确认，确认前不计入。',
    waiting: '新增部分等待确认，此前按最近的价值计入。',
    asked: '等待确认，此前仍计入。',
    unpriced: '没有已知价格。仅列出，不计入。',
    excluded: '已手动排除。仅列出，不计入。',
    doubted: '正在核实，此前按最近的价值计入。',
    testnet: '测试网：不计价值。',
    duplicate: 'OKX 列出两次且数量不同，按较大者计入。',
    priceReused: (since, until) => `自 ${since} 起没有价格，最后价格沿用至 ${until}。`
  }
});

export const STATUS_ACTION_TEXT = localized({
  en: STATUS_ACTION_TEXT_EN,
  zh: {
    count: '计入',
    exclude: '排除'
  }
});
