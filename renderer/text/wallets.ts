// Texts of the Wallets page: wallets, added addresses, keys, OKX accounts; both languages.
import { localized } from '../../shared/domain/language';
import type { Response } from '../../shared/ipc/contract';
import { plural, integerText } from './phrases';

const WALLETS_TEXT_ZH: WalletsText = {
  title: '钱包与密钥',
  intro: '只读。每个钱包用你的一个密钥读取。',
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
  byShare: '自动',
  chains: '链',
  useChains: '使用这些链',
  chainsHint: '更换链不会触发提醒，变动记为“添加或移除”。',
  noChain: '请至少选择一条链。',
  key: '密钥',
  pause: '暂停此钱包',
  remove: '移除',
  removeConfirm: '移除',
  removeAsk: name => `移除 ${name}？其历史记录会保留。`,
  forgetPast: '同时删除其历史记录',
  retired: name => `OKX 已停用 ${name} 所用的账户接口。`,
  retiredHint: '最近的数据会保留。请添加它的地址，再将它移除。',
  addInstead: '改为添加地址'
};

const GROUPS_TEXT_ZH: GroupsText = {
  title: '钱包分组',
  hint: '把几个钱包放在一起看：总资产、走势、提醒。全部钱包的总资产不变。',
  add: '新建分组',
  newName: number => `分组 ${number}`,
  empty: '还没有钱包。',
  between: '、',
  elsewhere: name => `现在在“${name}”中`,
  nameRefused: '请填写其他分组没有的名称。',
  remove: '删除分组',
  removeAsk: name => `删除分组“${name}”？钱包不变。`
};

const ADD_WALLETS_TEXT_ZH: AddWalletsText = {
  title: '添加地址',
  with: '读取所用的密钥',
  button: count => (count === 0 ? '添加' : `添加 ${integerText(count)} 个钱包`),
  adding: '正在添加',
  cancel: '取消',
  added: count => (count === 0 ? '没有添加钱包。' : `已添加 ${integerText(count)} 个钱包。`),
  notAdded: count => `${integerText(count)} 个地址未添加：`,
  problems: {
    'already-watched': '已在关注。',
    'no-chains': '没有选择链。',
    'key-unknown': '密钥已不存在，请另选一个。',
    'too-many': '已达上限：再多就无法及时读取。',
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
  forget: '移除密钥',
  forgetConfirm: '移除',
  forgetAsk: count =>
    count === 0 ? '密钥将从 Tokentray 移除。' : `${integerText(count)} 个钱包会一并移除，其历史记录会保留。`
};

const ACCOUNTS_TEXT_ZH: AccountsText = {
  open: 'OKX 关注列表',
  title: key => `${key} 的 OKX 关注列表`,
  intro: 'OKX 为此密钥保存的地址列表，每个列表有一个账户 ID，其中不存放资金。',
  reading: '正在查询 OKX…',
  none: 'OKX 没有为此密钥保存关注列表。',
  again: '重新查询',
  close: '关闭',
  watchOnly: '只读',
  watchedBy: names => `由 ${names.join('、')} 关注`,
  notWatched: '此处未关注',
  watch: '关注此列表',
  show: '地址',
  remove: '删除',
  removeConfirm: '在 OKX 删除',
  removeAsk: watchers =>
    watchers === 0
      ? 'OKX 将删除此列表。'
      : `OKX 将删除此列表，这里的 ${integerText(watchers)} 个钱包将无法再读取。`,
  noAddress: '还没有地址。',
  drop: '移出',
  dropConfirm: '移出',
  dropAsk: 'OKX 会将它移出此列表。',
  add: '添加地址',
  addButton: count => (count === 0 ? '添加' : `添加 ${integerText(count)} 个地址`),
  create: '创建列表',
  createButton: count => (count === 0 ? '创建' : `用 ${integerText(count)} 个地址创建`),
  cancel: '取消',
  tooMany: count => `共 ${integerText(count)} 组地址与链，超过 1,000 组的上限。请减少所选的链。`,
  created: 'OKX 已创建列表。',
  changed: 'OKX 已更改列表。',
  deleted: 'OKX 已删除列表。'
};

type Problem = NonNullable<Response<'wallets:add'>['added'][number]['problem']>;

const WALLETS_TEXT_EN = {
  title: 'Wallets and keys',
  intro: 'Read-only. Each wallet is read with one of your keys.',
  none: 'No wallets yet.',
  add: 'Add addresses',
  connect: 'Connect another key',
  list: 'Wallets',
  allChains: 'all chains',
  chainCount: (count: number): string => plural(count, 'chain', 'chains'),
  paused: 'Paused',
  pausedHint: 'Its last values still count.',
  edit: 'Edit',
  done: 'Done',
  up: (name: string): string => `Move ${name} up`,
  down: (name: string): string => `Move ${name} down`,
  moved: (name: string, position: number, all: number): string => `${name} is now ${position} of ${all}`,
  name: 'Name',
  nameMissing: 'Give the wallet a name.',
  colour: 'Colour',
  colours: ['Indigo', 'Amber', 'Teal', 'Plum', 'Sky', 'Brick'],
  byShare: 'Automatic',
  chains: 'Chains',
  useChains: 'Use these chains',
  chainsHint: 'Changing chains triggers no alerts. It appears as added or removed.',
  noChain: 'Choose at least one chain.',
  key: 'Key',
  pause: 'Pause this wallet',
  remove: 'Remove',
  removeConfirm: 'Remove',
  removeAsk: (name: string): string => `Remove ${name}? Its history is kept.`,
  forgetPast: 'Delete its history too',
  retired: (name: string): string => `${name} is read through an OKX account, which OKX no longer supports.`,
  retiredHint: 'Its last values are kept. Add its addresses, then remove it.',
  addInstead: 'Add its addresses instead'
};

const GROUPS_TEXT_EN = {
  title: 'Groups',
  hint: 'A group shows some wallets together: total, line, alerts. The total of all wallets stays the same.',
  add: 'New group',
  newName: (number: number): string => `Group ${number}`,
  empty: 'No wallets yet.',
  between: ', ',
  elsewhere: (name: string): string => `Now in ${name}`,
  nameRefused: 'Enter a name that no other group has.',
  remove: 'Remove group',
  removeAsk: (name: string): string => `Remove the group ${name}? Its wallets stay.`
};

const ADD_WALLETS_TEXT_EN = {
  title: 'Add addresses',
  with: 'Read with the key',
  button: (count: number): string => (count === 0 ? 'Add' : `Add ${plural(count, 'wallet', 'wallets')}`),
  adding: 'Adding',
  cancel: 'Cancel',
  added: (count: number): string =>
    count === 0 ? 'No wallet was added.' : `${plural(count, 'wallet was', 'wallets were')} added.`,
  notAdded: (count: number): string => `${plural(count, 'address was', 'addresses were')} not added:`,
  problems: {
    'already-watched': 'Already watched.',
    'no-chains': 'No chain is chosen.',
    'key-unknown': 'The key no longer exists. Choose another.',
    'too-many': 'Limit reached: more wallets could not be read in time.',
    'not-an-address': 'Not an address of the chosen chains.'
  } satisfies Record<Problem, string>
};

const KEYS_TEXT_EN = {
  title: 'Keys',
  keptIn: { keychain: 'in the keychain', session: 'for this session only' },
  watches: (names: string[]): string =>
    names.length === 0 ? 'Not used by a wallet' : `Used by ${names.join(', ')}`,
  replace: 'Replace key',
  replaceTitle: (name: string): string => `Replace the key ${name}`,
  formMissing: 'The form could not be loaded. Close the window and open it again.',
  replaceIntro: 'The new key is tested before it replaces the old one. The wallets stay as they are.',
  cancel: 'Cancel',
  forget: 'Remove key',
  forgetConfirm: 'Remove',
  forgetAsk: (count: number): string =>
    count === 0
      ? 'The key is removed from Tokentray.'
      : `${plural(count, 'wallet is', 'wallets are')} removed too. ${count === 1 ? 'Its' : 'Their'} history is kept.`
};

export type WalletsText = typeof WALLETS_TEXT_EN;
export type GroupsText = typeof GROUPS_TEXT_EN;
export type AddWalletsText = typeof ADD_WALLETS_TEXT_EN;
export type KeysText = typeof KEYS_TEXT_EN;

export const WALLETS_TEXT = localized({ en: WALLETS_TEXT_EN, zh: WALLETS_TEXT_ZH });
export const GROUPS_TEXT = localized({ en: GROUPS_TEXT_EN, zh: GROUPS_TEXT_ZH });
export const ADD_WALLETS_TEXT = localized({ en: ADD_WALLETS_TEXT_EN, zh: ADD_WALLETS_TEXT_ZH });
export const KEYS_TEXT = localized({ en: KEYS_TEXT_EN, zh: KEYS_TEXT_ZH });

const ACCOUNTS_TEXT_EN = {
  open: 'Watch lists at OKX',
  title: (key: string): string => `Watch lists at OKX of ${key}`,
  intro: 'Lists of addresses that OKX keeps for this key, each with an account ID. They hold no funds.',
  reading: 'Asking OKX…',
  none: 'OKX keeps no watch list for this key.',
  again: 'Check again',
  close: 'Close',
  watchOnly: 'read-only',
  watchedBy: (names: string[]): string => `watched by ${names.join(', ')}`,
  notWatched: 'not watched here',
  watch: 'Watch this list',
  show: 'Addresses',
  remove: 'Delete',
  removeConfirm: 'Delete at OKX',
  removeAsk: (watchers: number): string =>
    watchers === 0
      ? 'OKX deletes this watch list.'
      : `OKX deletes this watch list, and ${plural(watchers, 'wallet', 'wallets')} here can no longer be read.`,
  noAddress: 'No addresses yet.',
  drop: 'Remove',
  dropConfirm: 'Remove',
  dropAsk: 'OKX removes it from this watch list.',
  add: 'Add addresses',
  addButton: (count: number): string =>
    count === 0 ? 'Add' : `Add ${plural(count, 'address', 'addresses')}`,
  create: 'Create a watch list',
  createButton: (count: number): string =>
    count === 0 ? 'Create' : `Create with ${plural(count, 'address', 'addresses')}`,
  cancel: 'Cancel',
  tooMany: (count: number): string =>
    `${integerText(count)} pairs of address and chain exceed the limit of 1,000. Choose fewer chains.`,
  created: 'OKX created the watch list.',
  changed: 'OKX changed the watch list.',
  deleted: 'OKX deleted the watch list.'
};

export type AccountsText = typeof ACCOUNTS_TEXT_EN;

export const ACCOUNTS_TEXT = localized({ en: ACCOUNTS_TEXT_EN, zh: ACCOUNTS_TEXT_ZH });
