// The Chinese of words: the overview and its parts.
import type { Words } from './overview';
import { whole } from './whole';

export const WORDS_ZH: Words = {
  FAULT: { title: 'Tokentray 内部出错。', body: '详情见日志。' },
  COUNTS: {
    others: count => `其他 ${whole(count)} 项`,
    small: count => `${whole(count)} 项小额资产`
  },
  SHELL: {
    allWallets: '全部钱包',
    scope: '显示范围',
    portfolio: '资产',
    activity: '动态',
    settings: '设置',
    diagnostics: '诊断',
    chains: '链',
    wallets: '钱包',
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
  HEADER: {
    hide: '隐藏余额',
    show: '显示余额',
    refresh: '立即刷新',
    noTotal: '暂无总资产',
    demo: '演示',
    prices: '价格',
    transfers: '转账',
    recounted: '重新计入',
    firstDay: '首日，暂无变动可显示',
    fresh: '最新',
    stale: '未更新'
  },
  CHART: {
    soon: '历史记录从下一次刷新开始。',
    now: '现在',
    noData: '无数据',
    paused: '已暂停',
    table: '总资产随时间变化',
    time: '时间',
    total: '总资产',
    state: '状态',
    label: (from, to, since) => `${since} 以来的总资产，从 ${from} 到 ${to}`,
    range: '时间范围',
    ranges: { '1d': '1天', '1w': '1周', '1m': '1月', '1y': '1年', all: '全部' },
    rangeNames: { '1d': '最近一天', '1w': '最近一周', '1m': '最近一个月', '1y': '最近一年', all: '全部记录' },
    extremes: (low, high) => `最低 ${low}，最高 ${high}`,
    pointHint: '按回车键固定此点。',
    unpin: '关闭此点',
    deletePoint: '删除此点',
    deleteSure: '确认删除',
    deleteAsk: '它将从历史记录中永久删除，总资产不受影响。',
    shareBy: '占比方式',
    shares: by => `总资产占比，按${by}`
  },
  TABLE: {
    label: '资产',
    token: '代币',
    amount: '数量',
    price: '价格',
    change: '24 小时',
    value: '价值',
    unknown: '未知',
    notCounted: '未计入',
    search: '搜索代币',
    clear: '清除搜索',
    groupBy: '分组',
    hideSmall: '隐藏小额',
    showRisky: '显示风险代币',
    remove: name => `取消仅显示 ${name}`,
    none: search => `没有与“${search}”匹配的代币`,
    nothingLeft: '没有符合筛选条件的资产',
    showAll: '显示全部',
    riskyNotSearched: count => `${whole(count)} 个风险代币已隐藏，未参与搜索。`,
    empty: '这个钱包还没有资产',
    emptyHint: 'OKX 返回的结果中没有代币。收到的资产会列在这里。',
    counts: (tokens, holdings) => `${whole(tokens)} 种代币，${whole(holdings)} 项资产`,
    shown: (shown, all) => `${whole(all)} 项资产中的 ${whole(shown)} 项`
  },
  NOT_COUNTED: {
    unpriced: { chip: '无价格', link: n => `${whole(n)} 个代币没有价格` },
    risky: { chip: '风险代币', link: n => `已隐藏 ${whole(n)} 个风险代币` },
    unverified: { chip: '未验证', link: n => `${whole(n)} 个代币未验证` },
    'kept-out': { chip: '已排除', link: n => `${whole(n)} 个代币已排除` },
    testnet: { chip: '测试网', link: n => `${whole(n)} 个测试网代币` }
  }
};
