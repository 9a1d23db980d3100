// Texts of the table's menus: what it is filtered by, which columns it has, what is copied.
import { locale, spoken } from '../../shared/domain/language';

const count = (n: number): string => n.toLocaleString(locale());

const ENGLISH = {
  groupings: { chain: 'chain', token: 'token', wallet: 'wallet', nothing: 'nothing' },
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
    small: 'Small',
    unpriced: 'No price',
    unverified: 'Unverified',
    risky: 'Risky',
    'kept-out': 'Kept out',
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

const CHINESE: typeof ENGLISH = {
  groupings: { chain: '链', token: '代币', wallet: '钱包', nothing: '不分组' },
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
    small: '小额',
    unpriced: '无价格',
    unverified: '未验证',
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

export const FILTERS = spoken(ENGLISH, CHINESE);
