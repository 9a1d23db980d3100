// The Chinese of notice-words.
import type { NoticeWords } from './notification-text';

export const NOTICE_ZH: NoticeWords = {
  received: (amount, symbol) => `收到 ${amount} ${symbol}`,
  sent: (amount, symbol) => `转出 ${amount} ${symbol}`,
  total: '总资产',
  up: (name, percent) => `${name} 上涨 ${percent}`,
  down: (name, percent) => `${name} 下跌 ${percent}`,
  movedUp: name => `${name} 上涨`,
  movedDown: name => `${name} 下跌`,
  keyStopped: key => `密钥“${key}”已失效`,
  several: '多个钱包',
  pollsStopped: wallet => `${wallet}：已停止刷新`,
  noAnswer: (wallet, time) => `${wallet}：已有 ${time}没有响应`,
  notCounted: symbol => `${symbol} 尚未计入`,
  unsupported: chains => `OKX 不支持 ${chains.join('、')}`,
  unverified: '新代币，价值超过其余资产的一半。如确属自己，请在窗口中确认。',
  askedAgain: '未计入，每天重新查询一次',
  prices: '价格',
  transfers: '转账',
  both: '价格与转账',
  lastTitle: '今天还有更多变动',
  lastBody: '今天的通知已达上限，其余内容见“动态”。',
  amountsChanged: count => `${count} 项资产数量变动`,
  pricesMoved: count => `${count} 个代币价格变动`,
  changes: count => `${count} 项变动`,
  more: count => `另有 ${count} 项`
};
