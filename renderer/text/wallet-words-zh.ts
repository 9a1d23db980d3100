// The Chinese of wallet-words.
import type { AddWords, KeyWords, WalletWords } from './wallets';
import { whole } from './whole';

export const WALLETS_ZH: WalletWords = {
  title: '钱包',
  intro: '每个钱包都通过密钥关注，只能查看。',
  none: '还没有钱包。',
  add: '添加地址',
  connect: '连接其他密钥',
  list: '钱包',
  sources: { 'v5-account': 'OKX 账户', 'v6-address': '地址' },
  allChains: '全部链',
  chainCount: count => `${whole(count)} 条链`,
  paused: '已暂停',
  pausedHint: '最近的数据会保留并计入。',
  edit: '编辑',
  done: '完成',
  up: name => `上移 ${name}`,
  down: name => `下移 ${name}`,
  moved: (name, place, all) => `${name} 现在位于第 ${place} 位，共 ${all} 个`,
  name: '名称',
  nameMissing: '请填写钱包名称。',
  colour: '颜色',
  colours: ['靛蓝', '琥珀', '青绿', '梅紫', '天蓝', '砖红'],
  byPlace: '按占比',
  chains: '链',
  useChains: '使用这些链',
  chainsHint: '更换链后会重新开始一天的对比，不会提示收到资产。',
  noChain: '请至少选择一条链。',
  key: '密钥',
  pause: '暂停此钱包',
  remove: '移除',
  removeSure: '确认移除',
  removeAsk: name => `停止关注 ${name}？它的过往仍保留在历史记录中。`,
  forgetPast: '同时删除过往记录',
  retired: name => `OKX 已停用 ${name} 所用的账户接口。`,
  retiredHint: '最近的数据会保留。不会自动切换：请先添加它的地址，再将它移除。',
  addInstead: '改为添加地址'
};

export const ADD_ZH: AddWords = {
  title: '添加地址',
  with: '查询所用的密钥',
  button: count => (count === 0 ? '添加' : `添加 ${whole(count)} 个钱包`),
  adding: '正在添加…',
  cancel: '取消',
  added: count => (count === 0 ? '没有添加钱包。' : `已添加 ${whole(count)} 个钱包。`),
  notAdded: count => `${whole(count)} 个地址未添加：`,
  problems: {
    'already-watched': '已有钱包在关注此地址。',
    'no-chains': '没有为它选择链。',
    'key-unknown': '密钥已不存在，请另选一个。',
    'too-many': '钱包数量已达能及时查询的上限。'
  }
};

export const KEYS_ZH: KeyWords = {
  title: '密钥',
  keptIn: { keychain: '保存在钥匙串中', session: '仅限本次运行' },
  watches: names => (names.length === 0 ? '没有钱包使用' : `用于 ${names.join('、')}`),
  replace: '更换密钥',
  replaceTitle: name => `为 ${name} 更换密钥`,
  replaceIntro: '新密钥通过测试后才会替换旧密钥。钱包保持不变。',
  cancel: '取消',
  forget: '忘记密钥',
  forgetSure: '确认忘记',
  forgetAsk: count =>
    count === 0 ? '它将从这里移除。' : `${whole(count)} 个钱包会一并移除，过往仍保留在历史记录中。`,
  manage: '管理',
  summary: (wallets, keys) => `${whole(wallets)} 个钱包，${whole(keys)} 个密钥`
};
