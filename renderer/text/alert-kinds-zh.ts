// The Chinese of alert-kinds.
import type { KindTexts, UnitTexts } from './alert-kinds';

export const UNIT_TEXTS_ZH: UnitTexts = {
  dollars: {
    label: '价值下限（美元）',
    wrong: '请填写美元金额，如 10 或 2.50。',
    before: '不低于 $',
    after: ''
  },
  percent: {
    label: '变动下限（%）',
    wrong: '请填写 0.1 到 1000 的百分比，如 5。',
    before: '不低于',
    after: '%'
  },
  minutes: { label: '等待时间（分钟）', wrong: '请填写 1 到 1440 的整数分钟。', before: '满', after: '分钟' }
};

export const KIND_TEXTS_ZH: KindTexts = {
  arrived: { name: '收到资产', hint: '钱包中某个代币的数量增加。' },
  left: { name: '转出资产', hint: '钱包中某个代币的数量减少。' },
  total: { name: '总资产变动', hint: '与上次通知时相比，或与 24 小时前相比。' },
  price: { name: '价格变动', hint: '占总资产 5\u202f% 或以上的代币。' },
  key: { name: '密钥失效', hint: 'OKX 拒绝此密钥，无法读取余额。' },
  polls: { name: '长时间没有响应', hint: '最近的数据仍计入，但会逐渐过时。' },
  unverified: { name: '代币等待确认', hint: '新出现且价值较大，确认前不计入。' },
  unsupported: { name: 'OKX 不再支持某条链', hint: '该链上的资产不再计入。' }
};
