// The Chinese of alert-words.
import type { NoticesWords, OwnRuleWords, PaceWords } from './alerts';

export const NOTICES_ZH: NoticesWords = {
  title: '通知',
  rules: '单个钱包或代币的规则',
  rulesHint: '代币规则优先于钱包规则，两者都优先于上面的规则。',
  noRules: '暂无。上面的设置适用于全部。',
  add: '添加规则',
  kind: '事件',
  place: '对象',
  wallets: '钱包',
  tokens: '代币',
  way: '是否通知',
  ways: { told: '通知', never: '从不' },
  keep: '添加',
  cancel: '取消',
  remove: '移除',
  goneWallet: '已移除的钱包',
  goneToken: '已不持有的代币',
  never: '从不',
  always: '始终',
  fromSize: size => `${size} 起`,
  afterTime: time => `满 ${time}`,
  minutes: count => `${count} 分钟`,
  on: (symbol, chain) => `${symbol} · ${chain}`,
  quiet: '免打扰时段',
  quietHint: '此时段发生的事只记入“动态”，不发通知。',
  from: '从',
  to: '到',
  letsKeysPass: '密钥失效时仍然通知',
  amounts: '通知中显示金额',
  amountsHint: '关闭后，只说明变动的代币，不显示数量。',
  test: '显示测试通知',
  outcomes: {
    shown: '桌面已显示。',
    failed: '被桌面拒绝。',
    unknown: '已交给桌面，但没有反馈是否已显示。'
  }
};

export const OWN_RULE_ZH: OwnRuleWords = {
  title: '此代币的通知',
  amounts: '收到或转出时',
  price: '价格变动时',
  ways: { usual: '默认', never: '从不', from: '自定义下限' }
};

export const PACE_ZH: PaceWords = {
  cooldown: { label: '同类通知的最短间隔（分钟）', wrong: '请填写 0 到 1440 的整数分钟。' },
  aDay: { label: '24 小时内的通知上限', wrong: '请填写 1 到 1000 的整数。' }
};
