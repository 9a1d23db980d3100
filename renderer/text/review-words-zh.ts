// The Chinese of review-words.
import type {
  CautionWords,
  ChainWords,
  FamilyWords,
  KindWords,
  ReviewWords,
  VerdictWords
} from './addresses';
import { whole } from './whole';

export const FAMILIES_ZH: FamilyWords = {
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

export const VERDICTS_ZH: VerdictWords = {
  good: '可以关注',
  'wrong-checksum': '校验和错误：有字母或数字被改动。请重新复制。',
  'not-an-address': '这不是 OKX 可以查询的地址。',
  testnet: '测试网地址，不计价值。',
  duplicate: '列表中已有此地址。',
  'already-watched': '已有钱包在关注此地址。',
  'private-key':
    '这看起来像私钥或助记词，因此没有读取。Tokentray 从不需要它：谁拿到它，谁就能转走资金。请删除此行，并清空剪贴板。'
};

export const KINDS_ZH: KindWords = {
  'wrong-checksum': count => `${whole(count)} 个校验和错误`,
  'not-an-address': count => `${whole(count)} 行不是地址`,
  testnet: count => `${whole(count)} 个测试网地址`,
  duplicate: count => `${whole(count)} 个重复`,
  'already-watched': count => `${whole(count)} 个已关注`,
  'private-key': count => `${whole(count)} 个私钥`
};

export const CAUTIONS_ZH: CautionWords = {
  'could-be-private-key': {
    says: '0x 加 64 位十六进制数字，可能是 Sui 或 Aptos 的地址，也可能是私钥。',
    check: '这是地址'
  },
  'zeros-added': { says: '比通常的短，已在前面补零。', check: '没有遗漏数字' }
};

export const REVIEW_ZH: ReviewWords = {
  label: '地址',
  hint: '一个或多个，每行一个。前后可以写名称。切勿填写私钥。',
  reading: '正在读取…',
  list: '粘贴的内容',
  good: count => `${whole(count)} 个地址可以关注`,
  noneGood: '还没有可以关注的地址',
  unconfirmed: count => `${whole(count)} 个等待确认`,
  noChain: '尚未为它选择链。',
  unreadEntries: count => `之后的 ${whole(count)} 项没有读取。请分次粘贴。`,
  unreadCharacters: count => `文本过长，末尾 ${whole(count)} 个字符没有读取。请分次粘贴。`,
  line: line => `第 ${line} 行`,
  deleteLine: line => `删除第 ${line} 行`,
  name: address => `${address} 的名称`,
  chainsOf: address => `${address} 的链`,
  missing: '请至少粘贴一个地址。',
  noneReady: '这些地址都还不能关注，原因见列表。'
};

export const CHAINS_ZH: ChainWords = {
  search: '搜索链',
  none: search => `没有与“${search}”匹配的链`,
  unnamed: chainIndex => `链 ${chainIndex}`,
  some: (chosen, all) => `已选 ${whole(chosen)}/${whole(all)} 条链`,
  all: count => (count === 1 ? '唯一的链' : `全部 ${whole(count)} 条链`),
  allOfAccount: '账户的全部链',
  mostUsed: count => `常用（${count}）`,
  clear: '清空'
};
