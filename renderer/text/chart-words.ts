// Texts of the history line, the allocation and the movers that came with both languages.
import { spoken } from '../../shared/domain/language';

export const LINE = spoken(
  {
    inRange: { '1w': 'in 7 days', '1m': 'in 30 days', '1y': 'in a year' },
    sinceStart: (day: string): string => `since ${day}`,
    transfers: 'Transfers',
    by: { chains: 'chains', tokens: 'tokens', wallets: 'wallets' },
    more: (count: number): string => `and ${count} more`,
    none: 'nothing earlier to compare with',
    own: (name: string, since: string, from: string, to: string): string =>
      `Value of ${name} since ${since}, from ${from} to ${to}`,
    ownNone: 'No history of it yet. Points keep the 20 largest tokens.',
    ownSoon: 'Its history starts with the next poll.',
    ownTitle: 'Its history',
    ownTable: 'Value by time',
    movers: 'Moved most in 24 h',
    only: (name: string, share: string, value: string): string => `Show only ${name} ${share}, ${value}`,
    ofAll: (name: string): string => `Only ${name}`
  },
  {
    inRange: { '1w': '近 7 天', '1m': '近 30 天', '1y': '近一年' },
    sinceStart: day => `自 ${day} 起`,
    transfers: '转账',
    by: { chains: '链', tokens: '代币', wallets: '钱包' },
    more: count => `另有 ${count} 笔`,
    none: '没有更早的数据可比较',
    own: (name, since, from, to) => `${name} 自 ${since} 起的价值，从 ${from} 到 ${to}`,
    ownNone: '暂无历史。每个数据点只保留价值最高的 20 个代币。',
    ownSoon: '历史从下一次刷新开始记录。',
    ownTitle: '历史走势',
    ownTable: '各时间的价值',
    movers: '24 小时变动最大',
    only: (name, share, value) => `只看 ${name} ${share}，${value}`,
    ofAll: name => `仅 ${name}`
  }
);
