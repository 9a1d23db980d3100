// Texts of the Wallets page: wallets, added addresses, keys, OKX accounts; both languages.
import { localized } from '../../shared/domain/language';
import type { Response } from '../../shared/ipc/contract';
import { plural, integerText } from './phrases';

const WALLETS_TEXT_ZH: WalletsText = {
  title: '钱包',
  intro: '每个钱包都通过密钥关注，只能查看。',
  none: '还没有钱包。',
  add: '添加地址',
  connect: '连接其他密钥',
  list: '钱包',
  allChains: '全部链',
  chainCount: count => `${integerText(count)} 条链`,
  paused: '已暂停',
  pausedHint: '最近的数据会保留并计入。',
  edit: '编辑',
  done: '完成',
  up: name => `上移 ${name}`,
  down: name => `下移 ${name}`,
  moved: (name, position, all) => `${name} 现在位于第 ${position} 位，共 ${all} 个`,
  name: '名称',
  nameMissing: '请填写钱包名称。',
  colour: '颜色',
  colours: ['靛蓝', '琥珀', '青绿', '梅紫', '天蓝', '砖红'],
  byShare: '按占比',
  chains: '链',
  useChains: '使用这些链',
  chainsHint: '更换链后会重新开始一天的对比，不会提示收到资产。',
  noChain: '请至少选择一条链。',
  key: '密钥',
  pause: '暂停此钱包',
  remove: '移除',
  removeConfirm: '确认移除',
  removeAsk: name => `停止关注 ${name}？它的过往仍保留在历史记录中。`,
  forgetPast: '同时删除过往记录',
  retired: name => `OKX 已停用 ${name} 所用的账户接口。`,
  retiredHint: '最近的数据会保留。不会自动切换：请先添加它的地址，再将它移除。',
  addInstead: '改为添加地址'
};

const ADD_WALLETS_TEXT_ZH: AddWalletsText = {
  title: '添加地址',
  with: '查询所用的密钥',
  button: count => (count === 0 ? '添加' : `添加 ${integerText(count)} 个钱包`),
  adding: '正在添加…',
  cancel: '取消',
  added: count => (count === 0 ? '没有添加钱包。' : `已添加 ${integerText(count)} 个钱包。`),
  notAdded: count => `${integerText(count)} 个地址未添加：`,
  problems: {
    'already-watched': '已在关注。',
    'no-chains': '没有为它选择链。',
    'key-unknown': '密钥已不存在，请另选一个。',
    'too-many': '钱包数量已达能及时查询的上限。',
    'not-an-address': '不是所选链的地址。'
  }
};

const KEYS_TEXT_ZH: KeysText = {
  title: '密钥',
  keptIn: { keychain: '保存在钥匙串中', session: '仅限本次运行' },
  watches: names => (names.length === 0 ? '没有钱包使用' : `用于 ${names.join('、')}`),
  replace: '更换密钥',
  replaceTitle: name => `为 ${name} 更换密钥`,
  formMissing: '表单无法加载。请关闭窗口后重新打开。',
  replaceIntro: '新密钥通过测试后才会替换旧密钥。钱包保持不变。',
  cancel: '取消',
  forget: '忘记密钥',
  forgetConfirm: '确认忘记',
  forgetAsk: count =>
    count === 0 ? '它将从这里移除。' : `${integerText(count)} 个钱包会一并移除，过往仍保留在历史记录中。`
};

const ACCOUNTS_TEXT_ZH: AccountsText = {
  open: 'OKX 账户',
  title: key => `${key} 的 OKX 账户`,
  intro: '账户是 OKX 为此密钥保存的一组地址，其中不存放资金。',
  reading: '正在查询 OKX…',
  none: 'OKX 没有为此密钥保存账户。',
  again: '重新查询',
  close: '关闭',
  watchOnly: '只读',
  watchedBy: names => `由 ${names.join('、')} 关注`,
  notWatched: '此处未关注',
  watch: '关注此账户',
  show: '地址',
  remove: '删除',
  removeConfirm: '在 OKX 删除',
  removeAsk: watchers =>
    watchers === 0
      ? 'OKX 将删除此账户及其地址列表。'
      : `OKX 将删除此账户，这里的 ${integerText(watchers)} 个钱包将无法再读取。`,
  noAddress: '还没有地址。',
  drop: '移出',
  dropConfirm: '确认移出',
  dropAsk: 'OKX 将不再把它计入此账户。',
  add: '添加地址',
  addButton: count => (count === 0 ? '添加' : `添加 ${integerText(count)} 个地址`),
  create: '创建账户',
  createButton: count => (count === 0 ? '创建' : `用 ${integerText(count)} 个地址创建`),
  cancel: '取消',
  tooMany: count => `共 ${integerText(count)} 组地址与链，超过 1,000 组的上限。请减少所选的链。`,
  created: 'OKX 已创建账户。',
  changed: 'OKX 已更改账户。',
  deleted: 'OKX 已删除账户。'
};

type Problem = NonNullable<Response<'wallets:add'>['added'][number]['problem']>;

const WALLETS_TEXT_EN = {
  title: 'Wallets',
  intro: 'Each is watched by a key of yours, and can only be looked at.',
  none: 'No wallet yet.',
  add: 'Add addresses',
  connect: 'Connect another key',
  list: 'Wallets',
  allChains: 'all chains',
  chainCount: (count: number): string => plural(count, 'chain', 'chains'),
  paused: 'Paused',
  pausedHint: 'Its last values stay, counted.',
  edit: 'Edit',
  done: 'Done',
  up: (name: string): string => `Move ${name} up`,
  down: (name: string): string => `Move ${name} down`,
  moved: (name: string, position: number, all: number): string => `${name} is now ${position} of ${all}`,
  name: 'Name',
  nameMissing: 'Give the wallet a name.',
  colour: 'Colour',
  colours: ['Indigo', 'Amber', 'Teal', 'Plum', 'Sky', 'Brick'],
  byShare: 'By its share',
  chains: 'Chains',
  useChains: 'Use these chains',
  chainsHint: 'Other chains begin a new day of comparison; nothing is announced as received.',
  noChain: 'Choose at least one chain.',
  key: 'Key',
  pause: 'Pause this wallet',
  remove: 'Remove',
  removeConfirm: 'Remove it',
  removeAsk: (name: string): string => `Stop watching ${name}? Its past stays in the history.`,
  forgetPast: 'Forget its past too',
  retired: (name: string): string => `OKX has retired the account that ${name} is read by.`,
  retiredHint: 'Its last values stay. Nothing is switched by itself: add its addresses, then remove it.',
  addInstead: 'Add its addresses instead'
};

const ADD_WALLETS_TEXT_EN = {
  title: 'Add addresses',
  with: 'Asked with the key',
  button: (count: number): string => (count === 0 ? 'Add' : `Add ${plural(count, 'wallet', 'wallets')}`),
  adding: 'Adding…',
  cancel: 'Cancel',
  added: (count: number): string =>
    count === 0 ? 'No wallet was added.' : `${plural(count, 'wallet was', 'wallets were')} added.`,
  notAdded: (count: number): string => `${plural(count, 'address was', 'addresses were')} not added:`,
  problems: {
    'already-watched': 'Already watched.',
    'no-chains': 'No chain was chosen for it.',
    'key-unknown': 'The key is gone. Choose another one.',
    'too-many': 'There are as many wallets as can be asked in time.',
    'not-an-address': 'Not an address of the chosen chains.'
  } satisfies Record<Problem, string>
};

const KEYS_TEXT_EN = {
  title: 'Keys',
  keptIn: { keychain: 'in the keychain', session: 'for this session only' },
  watches: (names: string[]): string =>
    names.length === 0 ? 'No wallet uses it' : `For ${names.join(', ')}`,
  replace: 'Replace key',
  replaceTitle: (name: string): string => `Other credentials for ${name}`,
  formMissing: 'The form could not be loaded. Close the window and open it again.',
  replaceIntro: 'They are tested before they take the place of the old ones. The wallets stay as they are.',
  cancel: 'Cancel',
  forget: 'Forget key',
  forgetConfirm: 'Forget it',
  forgetAsk: (count: number): string =>
    count === 0
      ? 'It is removed from here.'
      : `${plural(count, 'wallet goes', 'wallets go')} with it. ${count === 1 ? 'Its' : 'Their'} past stays in the history.`
};

export type WalletsText = typeof WALLETS_TEXT_EN;
export type AddWalletsText = typeof ADD_WALLETS_TEXT_EN;
export type KeysText = typeof KEYS_TEXT_EN;

export const WALLETS_TEXT = localized({ en: WALLETS_TEXT_EN, zh: WALLETS_TEXT_ZH });
export const ADD_WALLETS_TEXT = localized({ en: ADD_WALLETS_TEXT_EN, zh: ADD_WALLETS_TEXT_ZH });
export const KEYS_TEXT = localized({ en: KEYS_TEXT_EN, zh: KEYS_TEXT_ZH });

const ACCOUNTS_TEXT_EN = {
  open: 'Accounts at OKX',
  title: (key: string): string => `Accounts at OKX of ${key}`,
  intro: 'An account is a list of addresses that OKX keeps for this key. It holds no funds.',
  reading: 'Asking OKX…',
  none: 'OKX keeps no account for this key.',
  again: 'Ask again',
  close: 'Close',
  watchOnly: 'looks only',
  watchedBy: (names: string[]): string => `watched by ${names.join(', ')}`,
  notWatched: 'not watched here',
  watch: 'Watch this account',
  show: 'Addresses',
  remove: 'Delete',
  removeConfirm: 'Delete at OKX',
  removeAsk: (watchers: number): string =>
    watchers === 0
      ? 'OKX deletes the account and its list.'
      : `OKX deletes it, and ${plural(watchers, 'wallet', 'wallets')} here can no longer be read.`,
  noAddress: 'It has no address yet.',
  drop: 'Take out',
  dropConfirm: 'Take it out',
  dropAsk: 'OKX no longer counts it in this account.',
  add: 'Add addresses',
  addButton: (count: number): string =>
    count === 0 ? 'Add' : `Add ${plural(count, 'address', 'addresses')}`,
  create: 'Create an account',
  createButton: (count: number): string =>
    count === 0 ? 'Create' : `Create with ${plural(count, 'address', 'addresses')}`,
  cancel: 'Cancel',
  tooMany: (count: number): string =>
    `${integerText(count)} pairs of address and chain are more than 1,000. Choose fewer chains.`,
  created: 'OKX made the account.',
  changed: 'OKX changed the account.',
  deleted: 'OKX deleted the account.'
};

export type AccountsText = typeof ACCOUNTS_TEXT_EN;

export const ACCOUNTS_TEXT = localized({ en: ACCOUNTS_TEXT_EN, zh: ACCOUNTS_TEXT_ZH });
