// The Chinese of account-words.
import type { AccountWords } from './account-words';
import { whole } from './whole';

export const ACCOUNTS_ZH: AccountWords = {
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
  removeSure: '在 OKX 删除',
  removeAsk: watchers =>
    watchers === 0
      ? 'OKX 将删除此账户及其地址列表。'
      : `OKX 将删除此账户，这里的 ${whole(watchers)} 个钱包将无法再读取。`,
  noAddress: '还没有地址。',
  drop: '移出',
  dropSure: '确认移出',
  dropAsk: 'OKX 将不再把它计入此账户。',
  add: '添加地址',
  addButton: count => (count === 0 ? '添加' : `添加 ${whole(count)} 个地址`),
  create: '创建账户',
  createButton: count => (count === 0 ? '创建' : `用 ${whole(count)} 个地址创建`),
  cancel: '取消',
  tooMany: count => `共 ${whole(count)} 组地址与链，超过 1,000 组的上限。请减少所选的链。`,
  created: 'OKX 已创建账户。',
  changed: 'OKX 已更改账户。',
  deleted: 'OKX 已删除账户。'
};
