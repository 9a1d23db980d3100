// Texts of the address review and the chain picker, in both languages.
import { localized } from '../../shared/domain/language';
import type { AddressCaution, AddressFamily, AddressVerdict } from '../../shared/schema/address-review';
import { plural, integerText } from './phrases';

const ADDRESS_FAMILY_TEXT_ZH: AddressFamilyText = {
  evm: 'EVM',
  utxo: '比特币系',
  tron: 'Tron',
  solana: 'Solana',
  ton: 'TON',
  sui: 'Sui',
  move: 'Aptos',
  cosmos: 'Cosmos',
  substrate: 'Polkadot'
};

const ADDRESS_VERDICT_TEXT_ZH: AddressVerdictText = {
  good: '可以关注',
  'wrong-checksum': '校验和错误：有字母或数字被改动。请重新复制。',
  'not-an-address': '这不是 OKX 可以查询的地址。',
  testnet: '测试网地址，不计价值。',
  duplicate: '列表中已有此地址。',
  'already-watched': '已有钱包在关注此地址。',
  'private-key':
    '这看起来像私钥或助记词，因此没有读取。Tokentray 从不需要它：谁拿到它，谁就能转走资金。请删除此行，并清空剪贴板。'
};

const VERDICT_COUNT_TEXT_ZH: VerdictCountText = {
  'wrong-checksum': count => `${integerText(count)} 个校验和错误`,
  'not-an-address': count => `${integerText(count)} 行不是地址`,
  testnet: count => `${integerText(count)} 个测试网地址`,
  duplicate: count => `${integerText(count)} 个重复`,
  'already-watched': count => `${integerText(count)} 个已关注`,
  'private-key': count => `${integerText(count)} 个私钥`
};

const ADDRESS_CAUTION_TEXT_ZH: AddressCautionText = {
  'could-be-private-key': {
    says: '0x 加 64 位十六进制数字，可能是 Sui 或 Aptos 的地址，也可能是私钥。',
    check: '这是地址'
  },
  'zeros-added': { says: '比通常的短，已在前面补零。', check: '没有遗漏数字' }
};

const ADDRESS_REVIEW_TEXT_ZH: AddressReviewText = {
  label: '地址',
  hint: '一个或多个，每行一个。前后可以写名称。切勿填写私钥。',
  reading: '正在读取…',
  list: '粘贴的内容',
  good: count => `${integerText(count)} 个地址可以关注`,
  noneGood: '还没有可以关注的地址',
  unconfirmed: count => `${integerText(count)} 个等待确认`,
  noChain: '尚未为它选择链。',
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

const ADDRESS_VERDICT_TEXT_EN: Record<AddressVerdict, string> = {
  good: 'Can be watched',
  'wrong-checksum': 'Its checksum is wrong: a letter or a digit was changed. Copy it again.',
  'not-an-address': 'This is no address that OKX can be asked about.',
  testnet: 'An address of a test network, which is never valued.',
  duplicate: 'It stands in this list already.',
  'already-watched': 'A wallet watches it already.',
  'private-key':
    'This looks like a private key or a recovery phrase, so it was not read. Tokentray never needs one: whoever has it can take the funds. Delete this line here and from the clipboard.'
};

/** For the counts above the list; good addresses have texts of their own. */
const VERDICT_COUNT_TEXT_EN: Record<Exclude<AddressVerdict, 'good'>, (count: number) => string> = {
  'wrong-checksum': count => plural(count, 'wrong checksum', 'wrong checksums'),
  'not-an-address': count => plural(count, 'line is no address', 'lines are no address'),
  testnet: count => plural(count, 'of a test network', 'of test networks'),
  duplicate: count => plural(count, 'duplicate', 'duplicates'),
  'already-watched': count => plural(count, 'watched already', 'watched already'),
  'private-key': count => plural(count, 'private key', 'private keys')
};

const ADDRESS_CAUTION_TEXT_EN: Record<AddressCaution, { says: string; check: string }> = {
  'could-be-private-key': {
    says: '0x and 64 digits can be an address of Sui or Aptos, and a private key as well.',
    check: 'It is an address'
  },
  'zeros-added': {
    says: 'It is shorter than usual, so zeros were added in front of it.',
    check: 'No digit of it was lost'
  }
};

const ADDRESS_REVIEW_TEXT_EN = {
  label: 'Addresses',
  hint: 'One or many, one a line. A name may stand before or after each. Never a private key.',
  reading: 'Reading…',
  list: 'What was pasted',
  good: (count: number): string => plural(count, 'address can be watched', 'addresses can be watched'),
  noneGood: 'No address can be watched yet',
  unconfirmed: (count: number): string => plural(count, 'waits for your check', 'wait for your check'),
  noChain: 'No chain is chosen for it.',
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
  noneReady: 'None of these can be watched yet. The list says why.'
};

const CHAIN_CHOICE_TEXT_EN = {
  search: 'Search chains',
  none: (search: string): string => `No chain matches “${search}”`,
  unnamed: (chainIndex: string): string => `Chain ${chainIndex}`,
  some: (chosen: number, all: number): string => `${chosen} of ${plural(all, 'chain', 'chains')}`,
  all: (count: number): string => (count === 1 ? 'The one chain' : `All ${count} chains`),
  allOfAccount: 'All chains of the account',
  mostUsed: (count: number): string => `Most used (${count})`,
  clear: 'None'
};

export type AddressFamilyText = typeof ADDRESS_FAMILY_TEXT_EN;
export type AddressVerdictText = typeof ADDRESS_VERDICT_TEXT_EN;
export type VerdictCountText = typeof VERDICT_COUNT_TEXT_EN;
export type AddressCautionText = typeof ADDRESS_CAUTION_TEXT_EN;
export type AddressReviewText = typeof ADDRESS_REVIEW_TEXT_EN;
export type ChainChoiceText = typeof CHAIN_CHOICE_TEXT_EN;

export const ADDRESS_FAMILY_TEXT = localized({ en: ADDRESS_FAMILY_TEXT_EN, zh: ADDRESS_FAMILY_TEXT_ZH });
export const ADDRESS_VERDICT_TEXT = localized({ en: ADDRESS_VERDICT_TEXT_EN, zh: ADDRESS_VERDICT_TEXT_ZH });
export const VERDICT_COUNT_TEXT = localized({ en: VERDICT_COUNT_TEXT_EN, zh: VERDICT_COUNT_TEXT_ZH });
export const ADDRESS_CAUTION_TEXT = localized({ en: ADDRESS_CAUTION_TEXT_EN, zh: ADDRESS_CAUTION_TEXT_ZH });
export const ADDRESS_REVIEW_TEXT = localized({ en: ADDRESS_REVIEW_TEXT_EN, zh: ADDRESS_REVIEW_TEXT_ZH });
export const CHAIN_CHOICE_TEXT = localized({ en: CHAIN_CHOICE_TEXT_EN, zh: CHAIN_CHOICE_TEXT_ZH });
