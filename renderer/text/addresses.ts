// Texts of the address review and the chain picker, in both languages.
import { localized } from '../../shared/domain/language';
import type { AddressCaution, AddressFamily, AddressVerdict } from '../../shared/schema/address-review';
import { plural, integerText } from './phrases';

const ADDRESS_FAMILY_TEXT_ZH: AddressFamilyText = {
  evm: 'EVM',
  utxo: '比特币系',
  tron: '波场',
  solana: 'Solana',
  ton: 'TON',
  sui: 'Sui',
  move: 'Aptos',
  cosmos: 'Cosmos',
  substrate: '波卡'
};

const VERDICT_COUNT_TEXT_ZH: VerdictCountText = {
  'wrong-checksum': count => `${integerText(count)} 个校验和错误`,
  'not-an-address': count => `${integerText(count)} 行不是地址`,
  testnet: count => `${integerText(count)} 个测试网地址`,
  duplicate: count => `${integerText(count)} 个重复`,
  'already-watched': count => `${integerText(count)} 个已关注`,
  'private-key': count => `${integerText(count)} 个私钥`,
  'extended-public-key': count => `${integerText(count)} 个扩展公钥`,
  'domain-name': count => `${integerText(count)} 个域名`,
  'other-coin': count => `${integerText(count)} 个其他币种的地址`,
  transaction: count => `${integerText(count)} 笔交易`,
  'token-page': count => `${integerText(count)} 个代币页面`
};

const ADDRESS_CAUTION_TEXT_ZH: AddressCautionText = {
  'could-be-private-key': {
    says: '0x 加 64 位十六进制数字，可能是 Sui 或 Aptos 的地址，也可能是私钥。',
    check: '这是地址'
  },
  'zeros-added': { says: '比通常的短，已在前面补零。', check: '没有遗漏数字' }
};

const ADDRESS_REVIEW_TEXT_ZH: AddressReviewText = {
  firstName: '主钱包',
  nextName: count => `钱包 ${count}`,
  label: '地址',
  hint: '每行一个地址，前后可加名称；也可粘贴浏览器链接或导出的列表。切勿粘贴私钥。',
  reading: '正在读取…',
  list: '粘贴的内容',
  good: count => `${integerText(count)} 个地址可以关注`,
  noneGood: '还没有可以关注的地址',
  unconfirmed: count => `${integerText(count)} 个等待确认`,
  noChain: '尚未选择链。',
  unreadEntries: count => `之后的 ${integerText(count)} 项没有读取。请分次粘贴。`,
  unreadCharacters: count => `文本过长，末尾 ${integerText(count)} 个字符没有读取。请分次粘贴。`,
  line: line => `第 ${line} 行`,
  deleteLine: line => `删除第 ${line} 行`,
  name: address => `${address} 的名称`,
  chainsOf: address => `${address} 的链`,
  watchedBy: wallets => `${wallets.join('、')} 已在关注，总资产只计一次，计入排在前面的钱包。`,
  missing: '请至少粘贴一个地址。',
  noneReady: '这些地址都还不能关注，原因见列表。'
};

const CHAIN_CHOICE_TEXT_ZH: ChainChoiceText = {
  search: '搜索链',
  none: search => `没有与“${search}”匹配的链`,
  unnamed: chainIndex => `链 ${chainIndex}`,
  some: (chosen, all) => `已选 ${integerText(chosen)}/${integerText(all)} 条链`,
  all: count => (count === 1 ? '唯一的链' : `全部 ${integerText(count)} 条链`),
  allOfAccount: '账户的全部链',
  mostUsed: count => `常用（${count}）`,
  clear: '清空'
};

const ADDRESS_FAMILY_TEXT_EN: Record<AddressFamily, string> = {
  evm: 'EVM',
  utxo: 'Bitcoin family',
  tron: 'Tron',
  solana: 'Solana',
  ton: 'TON',
  sui: 'Sui',
  move: 'Aptos',
  cosmos: 'Cosmos',
  substrate: 'Polkadot'
};

/** For the counts above the list; good addresses have texts of their own. */
const VERDICT_COUNT_TEXT_EN: Record<Exclude<AddressVerdict, 'good'>, (count: number) => string> = {
  'wrong-checksum': count => plural(count, 'wrong checksum', 'wrong checksums'),
  'not-an-address': count => plural(count, 'line is not an address', 'lines are not addresses'),
  testnet: count => plural(count, 'of a test network', 'of test networks'),
  duplicate: count => plural(count, 'duplicate', 'duplicates'),
  'already-watched': count => plural(count, 'already watched', 'already watched'),
  'private-key': count => plural(count, 'private key', 'private keys'),
  'extended-public-key': count => plural(count, 'extended public key', 'extended public keys'),
  'domain-name': count => plural(count, 'domain name', 'domain names'),
  'other-coin': count => plural(count, 'of another coin', 'of other coins'),
  transaction: count => plural(count, 'transaction', 'transactions'),
  'token-page': count => plural(count, 'token page', 'token pages')
};

const ADDRESS_CAUTION_TEXT_EN: Record<AddressCaution, { says: string; check: string }> = {
  'could-be-private-key': {
    says: '0x and 64 digits: an address of Sui or Aptos, but it could be a private key.',
    check: 'It is an address'
  },
  'zeros-added': {
    says: 'Shorter than usual: zeros were added in front.',
    check: 'No digit is missing'
  }
};

const ADDRESS_REVIEW_TEXT_EN = {
  firstName: 'Main wallet',
  nextName: (count: number): string => `Wallet ${count}`,
  label: 'Addresses',
  hint: 'One address a line. You can add a name before or after each address. Explorer links and exported lists work too. Never paste a private key.',
  reading: 'Reading…',
  list: 'What was pasted',
  good: (count: number): string => plural(count, 'address can be watched', 'addresses can be watched'),
  noneGood: 'No address can be watched yet',
  unconfirmed: (count: number): string => plural(count, 'needs your OK', 'need your OK'),
  noChain: 'No chain is chosen.',
  unreadEntries: (count: number): string =>
    `${plural(count, 'entry', 'entries')} after these ${count === 1 ? 'was' : 'were'} not read. Add them in a second paste.`,
  unreadCharacters: (count: number): string =>
    `${plural(count, 'character', 'characters')} at the end ${count === 1 ? 'was' : 'were'} not read: the text is too long. Add them in a second paste.`,
  line: (line: number): string => `Line ${line}`,
  deleteLine: (line: number): string => `Delete line ${line}`,
  name: (address: string): string => `Name of ${address}`,
  chainsOf: (address: string): string => `Chains of ${address}`,
  watchedBy: (wallets: readonly string[]): string =>
    `Already watched by ${wallets.join(', ')}. The total counts it once, in the wallet that comes first.`,
  missing: 'Paste at least one address.',
  noneReady: 'None of these can be watched yet. The list shows why.'
};

const CHAIN_CHOICE_TEXT_EN = {
  search: 'Search chains',
  none: (search: string): string => `No chain matches “${search}”`,
  unnamed: (chainIndex: string): string => `Chain ${chainIndex}`,
  some: (chosen: number, all: number): string => `${chosen} of ${plural(all, 'chain', 'chains')}`,
  all: (count: number): string => (count === 1 ? 'Its only chain' : `All ${count} chains`),
  allOfAccount: 'All chains of the account',
  mostUsed: (count: number): string => `Most used (${count})`,
  clear: 'None'
};

export type AddressFamilyText = typeof ADDRESS_FAMILY_TEXT_EN;
export type VerdictCountText = typeof VERDICT_COUNT_TEXT_EN;
export type AddressCautionText = typeof ADDRESS_CAUTION_TEXT_EN;
export type AddressReviewText = typeof ADDRESS_REVIEW_TEXT_EN;
export type ChainChoiceText = typeof CHAIN_CHOICE_TEXT_EN;

export const ADDRESS_FAMILY_TEXT = localized({ en: ADDRESS_FAMILY_TEXT_EN, zh: ADDRESS_FAMILY_TEXT_ZH });
export const VERDICT_COUNT_TEXT = localized({ en: VERDICT_COUNT_TEXT_EN, zh: VERDICT_COUNT_TEXT_ZH });
export const ADDRESS_CAUTION_TEXT = localized({ en: ADDRESS_CAUTION_TEXT_EN, zh: ADDRESS_CAUTION_TEXT_ZH });
export const ADDRESS_REVIEW_TEXT = localized({ en: ADDRESS_REVIEW_TEXT_EN, zh: ADDRESS_REVIEW_TEXT_ZH });
export const CHAIN_CHOICE_TEXT = localized({ en: CHAIN_CHOICE_TEXT_EN, zh: CHAIN_CHOICE_TEXT_ZH });
