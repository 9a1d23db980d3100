// Texts of the Overview page: header, chart, table, sidebar, second currency; both languages.
import { localized } from '../../shared/domain/language';
import { plural, integerText } from './phrases';

const OVERVIEW_TEXT_ZH: OverviewText = {
  INTERNAL_ERROR_TEXT: { title: 'Tokentray 内部出错。', body: '详情见日志。' },
  COUNT_TEXT: {
    others: count => `其他 ${integerText(count)} 项`,
    small: count => `${integerText(count)} 项低于 $1`
  },
  SHELL_TEXT: {
    smallChains: count => `另有 ${integerText(count)} 条，不足 $1`,
    unseen: count => `${integerText(count)} 条新动态`,
    allWallets: '全部钱包',
    scope: '显示范围',
    portfolio: '资产',
    activity: '动态',
    settings: '设置',
    diagnostics: '诊断',
    chains: '链',
    wallets: '钱包',
    walletsPage: '钱包与密钥',
    leaveDemo: '退出演示',
    paused: '已暂停',
    neverValued: '不计价值',
    noAnswerYet: '尚无响应',
    old: age => `${age}前的数据`,
    ago: age => `${age}前`,
    refreshing: '正在刷新…',
    due: '即将刷新',
    stopped: '已停止刷新',
    nextIn: time => `${time}后刷新`,
    nextAt: time => `${time} 重试`
  },
  HEADER_TEXT: {
    acts: '状态与操作',
    answers: '响应情况',
    pause: '暂停刷新',
    pauses: { 'an-hour': '1 小时', tomorrow: '直到明天', resumed: '直到手动恢复' },
    resume: '恢复刷新',
    add: '添加钱包',
    hide: '隐藏余额',
    show: '显示余额',
    refresh: '立即刷新',
    noTotal: '暂无总资产',
    demo: '演示',
    firstDay: '暂无 24 小时变动',
    fresh: '最新',
    stale: '未更新'
  },
  CHART_TEXT: {
    soon: '历史记录从这里开始。',
    now: '现在',
    noData: '无数据',
    table: '总资产随时间变化',
    time: '时间',
    total: '总资产',
    state: '状态',
    label: (from, to, since) => `${since} 以来的总资产，从 ${from} 到 ${to}`,
    range: '时间范围',
    compare: '曲线对比',
    ranges: { '1d': '1天', '1w': '1周', '1m': '1月', '1y': '1年', all: '全部', looked: '上次' },
    rangeNames: { '1d': '最近一天', '1w': '最近一周', '1m': '最近一个月', '1y': '最近一年', all: '全部记录' },
    sinceLook: moment => `自上次查看（${moment}）以来`,
    noneSinceLook: '上次查看之后还没有更新。',
    extremes: (low, high) => `最低 ${low}，最高 ${high}`,
    pointHint: '按回车键固定此点。',
    unpin: '关闭此点',
    holdingsThen: '当时持仓',
    deletePoint: '删除此点',
    deleteConfirm: '删除',
    deleteAsk: '此点将从历史记录中永久删除，总资产不受影响。',
    shareBy: '占比方式',
    shares: by => `总资产占比，${by}`
  },
  TABLE_TEXT: {
    label: '资产',
    token: '代币',
    amount: '数量',
    price: '价格',
    change: '24 小时',
    value: '价值',
    unknown: '未知',
    averagePrice: price => `均价 ${price}`,
    notCounted: '未计入',
    search: '搜索代币',
    clear: '清除搜索',
    groupBy: '分组',
    hideSmall: '隐藏低于 $1 的资产',
    showRisky: '显示风险代币',
    remove: name => `取消仅显示 ${name}`,
    none: search => `没有与“${search}”匹配的代币`,
    noMatch: '没有符合筛选条件的资产',
    showAll: '显示全部',
    riskyNotSearched: count => `${integerText(count)} 个风险代币已隐藏，未参与搜索。`,
    empty: '这个钱包还没有资产',
    emptyHint: 'OKX 返回的结果中没有代币。收到的资产会列在这里。',
    counts: (tokens, holdings) => `${integerText(tokens)} 种代币，${integerText(holdings)} 项资产`,
    shown: (shown, all) => `${integerText(all)} 项资产中的 ${integerText(shown)} 项`
  },
  NOT_COUNTED_TEXT: {
    unpriced: { chip: '无价格', link: n => `${integerText(n)} 个代币没有价格` },
    risky: { chip: '风险代币', link: n => `已隐藏 ${integerText(n)} 个风险代币` },
    unverified: { chip: '待确认', link: n => `${integerText(n)} 个代币等待确认` },
    'kept-out': { chip: '已排除', link: n => `${integerText(n)} 个代币已排除` },
    testnet: { chip: '测试网', link: n => `${integerText(n)} 个测试网代币` }
  }
};

const INTERNAL_ERROR_TEXT_EN = {
  title: 'Internal error in Tokentray.',
  body: 'The log has the details.'
};

const COUNT_TEXT_EN = {
  others: (count: number): string => plural(count, 'other', 'others'),
  small: (count: number): string => `${integerText(count)} under $1`
};

const SHELL_TEXT_EN = {
  smallChains: (count: number): string => `${integerText(count)} more, under $1`,
  unseen: (count: number): string => `${integerText(count)} new`,
  allWallets: 'All wallets',
  scope: 'What to show',
  portfolio: 'Portfolio',
  activity: 'Activity',
  settings: 'Settings',
  diagnostics: 'Diagnostics',
  chains: 'Chains',
  wallets: 'Wallets',
  walletsPage: 'Wallets and keys',
  leaveDemo: 'Leave the demo',
  paused: 'paused',
  neverValued: 'not valued',
  noAnswerYet: 'no answer yet',
  old: (age: string): string => `${age} old`,
  ago: (age: string): string => `${age} ago`,
  refreshing: 'Refreshing…',
  due: 'Refresh is due',
  stopped: 'Refreshing has stopped',
  nextIn: (time: string): string => `Next refresh in ${time}`,
  nextAt: (time: string): string => `Next try at ${time}`
};

const HEADER_TEXT_EN = {
  acts: 'State and actions',
  answers: 'What answered',
  pause: 'Pause refreshing',
  pauses: { 'an-hour': 'For an hour', tomorrow: 'Until tomorrow', resumed: 'Until resumed' },
  resume: 'Resume refreshing',
  add: 'Add wallet',
  hide: 'Hide balances',
  show: 'Show balances',
  refresh: 'Refresh now',
  noTotal: 'No total yet',
  demo: 'DEMO',
  firstDay: 'No 24 h change yet',
  fresh: 'fresh',
  stale: 'stale'
};

const CHART_TEXT_EN = {
  soon: 'Your history starts here.',
  now: 'now',
  noData: 'no data',
  table: 'Total over time',
  time: 'Time',
  total: 'Total',
  state: 'State',
  label: (from: string, to: string, since: string): string => `Total since ${since}, from ${from} to ${to}`,
  range: 'Range',
  compare: 'Compare the line',
  ranges: { '1d': '1D', '1w': '1W', '1m': '1M', '1y': '1Y', all: 'All', looked: 'New' },
  rangeNames: {
    '1d': 'the last day',
    '1w': 'the last week',
    '1m': 'the last month',
    '1y': 'the last year',
    all: 'the whole history'
  },
  sinceLook: (moment: string): string => `since your last look, ${moment}`,
  noneSinceLook: 'No update since your last look.',
  extremes: (low: string, high: string): string => `lowest ${low}, highest ${high}`,
  pointHint: 'Press Enter to pin this point.',
  unpin: 'Close this point',
  holdingsThen: 'Holdings then',
  deletePoint: 'Delete this point',
  deleteConfirm: 'Delete',
  deleteAsk: 'Removes this point from your history for good. Your total stays.',
  shareBy: 'Share by',
  shares: (by: string): string => `Share of the total ${by}`
};

const TABLE_TEXT_EN = {
  label: 'Holdings',
  token: 'Token',
  amount: 'Amount',
  price: 'Price',
  change: '24 h',
  value: 'Value',
  unknown: 'unknown',
  averagePrice: (price: string): string => `Average price ${price}`,
  notCounted: 'not counted',
  search: 'Search tokens',
  clear: 'Clear search',
  groupBy: 'Group by',
  hideSmall: 'Hide holdings under $1',
  showRisky: 'Show risky',
  remove: (name: string): string => `Stop showing only ${name}`,
  none: (search: string): string => `No token matches “${search}”`,
  noMatch: 'No holdings match these filters',
  showAll: 'Show all',
  riskyNotSearched: (count: number): string =>
    `${plural(count, 'risky token is', 'risky tokens are')} hidden and ${count === 1 ? 'was' : 'were'} not searched.`,
  empty: 'This wallet holds nothing yet',
  emptyHint: 'OKX reports no tokens. What you receive is listed here.',
  counts: (tokens: number, holdings: number): string =>
    `${plural(tokens, 'token', 'tokens')}, ${plural(holdings, 'holding', 'holdings')}`,
  shown: (shown: number, all: number): string =>
    `${integerText(shown)} of ${plural(all, 'holding', 'holdings')}`
};

const NOT_COUNTED_TEXT_EN = {
  unpriced: {
    chip: 'no price',
    link: (n: number) => plural(n, 'token has no price', 'tokens have no price')
  },
  risky: { chip: 'risky', link: (n: number) => plural(n, 'risky token hidden', 'risky tokens hidden') },
  unverified: {
    chip: 'needs your OK',
    link: (n: number) => plural(n, 'token needs your OK', 'tokens need your OK')
  },
  'kept-out': {
    chip: 'excluded',
    link: (n: number) => plural(n, 'token is excluded', 'tokens are excluded')
  },
  testnet: { chip: 'testnet', link: (n: number) => plural(n, 'testnet token', 'testnet tokens') }
};

export interface OverviewText {
  readonly INTERNAL_ERROR_TEXT: typeof INTERNAL_ERROR_TEXT_EN;
  readonly COUNT_TEXT: typeof COUNT_TEXT_EN;
  readonly SHELL_TEXT: typeof SHELL_TEXT_EN;
  readonly HEADER_TEXT: typeof HEADER_TEXT_EN;
  readonly CHART_TEXT: typeof CHART_TEXT_EN;
  readonly TABLE_TEXT: typeof TABLE_TEXT_EN;
  readonly NOT_COUNTED_TEXT: typeof NOT_COUNTED_TEXT_EN;
}

/** Shown when the main process fails to answer, which is an internal error. */
export const INTERNAL_ERROR_TEXT = localized({
  en: INTERNAL_ERROR_TEXT_EN,
  zh: OVERVIEW_TEXT_ZH.INTERNAL_ERROR_TEXT
});
export const COUNT_TEXT = localized({ en: COUNT_TEXT_EN, zh: OVERVIEW_TEXT_ZH.COUNT_TEXT });
export const SHELL_TEXT = localized({ en: SHELL_TEXT_EN, zh: OVERVIEW_TEXT_ZH.SHELL_TEXT });
export const HEADER_TEXT = localized({ en: HEADER_TEXT_EN, zh: OVERVIEW_TEXT_ZH.HEADER_TEXT });
export const CHART_TEXT = localized({ en: CHART_TEXT_EN, zh: OVERVIEW_TEXT_ZH.CHART_TEXT });
export const TABLE_TEXT = localized({ en: TABLE_TEXT_EN, zh: OVERVIEW_TEXT_ZH.TABLE_TEXT });
/** Texts about holdings that are not counted, for the footer and for the filter chip. */
export const NOT_COUNTED_TEXT = localized({ en: NOT_COUNTED_TEXT_EN, zh: OVERVIEW_TEXT_ZH.NOT_COUNTED_TEXT });

export const othersText = (count: number): string => COUNT_TEXT.others(count);
export const smallCountText = (count: number): string => COUNT_TEXT.small(count);

export const RATE_TEXT = localized({
  en: {
    rateAge: (age: string): string => `rate ${age} old`,
    ownRateAge: (age: string): string => `your rate, ${age} old`
  },
  zh: {
    rateAge: age => `${age}前的汇率`,
    ownRateAge: age => `自定汇率，${age}前`
  }
});

export const SUMMARY_TEXT = localized({
  en: {
    inRange: { '1w': 'in 7 days', '1m': 'in 30 days', '1y': 'in a year' },
    sinceStart: (day: string): string => `since ${day}`,
    transfers: 'Transfers',
    by: { chains: 'by chain', tokens: 'by token', wallets: 'by wallet' },
    more: (count: number): string => `and ${count} more`,
    none: 'no earlier data to compare with',
    own: (name: string, since: string, from: string, to: string): string =>
      `Value of ${name} since ${since}, from ${from} to ${to}`,
    ownNone: 'No history yet. Only the 20 largest tokens are recorded.',
    ownSoon: 'Its history starts here.',
    ownEmpty: 'Nothing was recorded in this range.',
    ownTitle: 'History',
    ownTable: 'Value over time',
    movers: 'Largest price moves in 24 h',
    moves: 'Price moves',
    only: (name: string, share: string, value: string): string => `Show only ${name} ${share}, ${value}`,
    ofAll: (name: string): string => `${name} only`
  },
  zh: {
    inRange: { '1w': '近 7 天', '1m': '近 30 天', '1y': '近一年' },
    sinceStart: day => `自 ${day} 起`,
    transfers: '转账',
    by: { chains: '按链', tokens: '按代币', wallets: '按钱包' },
    more: count => `另有 ${count} 笔`,
    none: '没有更早的数据可比较',
    own: (name, since, from, to) => `${name} 自 ${since} 起的价值，从 ${from} 到 ${to}`,
    ownNone: '暂无历史记录。只记录价值最高的 20 个代币。',
    ownSoon: '历史记录从这里开始。',
    ownEmpty: '此时间范围内没有记录。',
    ownTitle: '历史走势',
    ownTable: '各时间的价值',
    movers: '24 小时内价格变动最大',
    moves: '涨跌最大',
    only: (name, share, value) => `只看 ${name} ${share}，${value}`,
    ofAll: name => `仅 ${name}`
  }
});
