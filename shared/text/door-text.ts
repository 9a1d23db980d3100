// Texts of what a door says about a typed text: addresses, keys, names and accounts, in both languages.
import { localized } from '../domain/language';
import type { AddressVerdict } from '../schema/address-review';
import type { FormProblem } from '../schema/key';

const PRIVATE_KEY_EN =
  'This looks like a private key or a recovery phrase, so it was not read. Tokentray never needs one: whoever has it can take the funds. Delete it here and from the clipboard.';
const PRIVATE_KEY_ZH =
  '这看起来像私钥或助记词，因此没有读取。Tokentray 从不需要它：谁拿到它，谁就能转走资金。请在此处和剪贴板中删除。';

type OtherVerdict = Exclude<AddressVerdict, 'other-coin'>;

interface DoorText {
  readonly verdicts: Record<OtherVerdict, string>;
  readonly otherCoin: (coin: string | null) => string;
  /** The chain does not write addresses in this way. */
  readonly wrongChain: (chain: string) => string;
  readonly missing: string;
}

const DOOR_TEXT_EN: DoorText = {
  verdicts: {
    good: 'Can be watched',
    'wrong-checksum': 'Its checksum is wrong: a letter or a digit was changed. Copy it again.',
    'not-an-address': 'Not a supported address.',
    testnet: 'A test network address. Test networks are not valued.',
    duplicate: 'Already in this list.',
    'already-watched': 'Already watched.',
    'private-key': PRIVATE_KEY_EN,
    'extended-public-key':
      'An extended public key stands for many addresses, but OKX reads single ones. Paste the addresses that hold something: your wallet lists them.',
    'domain-name':
      'Names such as ENS are not supported, because looking one up would ask another service. Open it in your wallet or an explorer and paste its address.',
    transaction: 'A link to a transaction or a block. Paste the address of the wallet instead.',
    'token-page': 'A link to a token, not to a wallet. Paste the address of the wallet instead.'
  },
  otherCoin: coin =>
    coin === null
      ? 'An address of a coin that OKX does not support, so it cannot be watched.'
      : `An address of ${coin}, which OKX does not support, so it cannot be watched.`,
  wrongChain: chain => `Chain ${chain} cannot be watched with this address.`,
  missing: 'It is missing.'
};

const DOOR_TEXT_ZH: DoorText = {
  verdicts: {
    good: '可以关注',
    'wrong-checksum': '校验和错误：有字母或数字被改动。请重新复制。',
    'not-an-address': '不是支持的地址。',
    testnet: '测试网地址，不计价值。',
    duplicate: '列表中已有。',
    'already-watched': '已在关注。',
    'private-key': PRIVATE_KEY_ZH,
    'extended-public-key':
      '扩展公钥代表许多地址，而 OKX 只能查询单个地址。请粘贴有资产的地址：钱包里可以看到。',
    'domain-name': '不支持 ENS 等域名，因为解析需要询问其他服务。请在钱包或区块浏览器中打开它，再粘贴地址。',
    transaction: '这是交易或区块的链接。请改为粘贴钱包地址。',
    'token-page': '这是代币的链接，不是钱包。请改为粘贴钱包地址。'
  },
  otherCoin: coin =>
    coin === null ? '这是 OKX 不支持的币种的地址，无法关注。' : `这是 ${coin} 的地址，OKX 不支持，无法关注。`,
  wrongChain: chain => `此地址不能用于链 ${chain}。`,
  missing: '缺少内容。'
};

export const DOOR_TEXT = localized({ en: DOOR_TEXT_EN, zh: DOOR_TEXT_ZH });

/** What is said of a text where an address belongs. `coin`: of another coin, its name if it is known. */
export function verdictSentence(verdict: AddressVerdict, coin: string | null | undefined): string {
  return verdict === 'other-coin' ? DOOR_TEXT.otherCoin(coin ?? null) : DOOR_TEXT.verdicts[verdict];
}

/** What is said of a field of a key or an account; what is missing is said with the name of the field. */
const FORM_PROBLEM_TEXT_EN: Record<Exclude<FormProblem, 'missing'>, string> = {
  'not-printable': 'It contains a character that OKX never uses, such as an accent or a line break.',
  'private-key': PRIVATE_KEY_EN,
  'not-an-account': 'Not an account ID. One looks like 13886e05-1265-4b79-8ac3-b7ab46211001.',
  'address-for-account': 'This is an address, not an account ID. Watch it as an address.',
  'not-an-address': 'Not a supported address of the chosen chains.',
  'not-a-host': 'Not a host address. Enter one such as https://www.okx.com.',
  'not-https': 'Only https protects a key in transit. Start the address with https://.',
  declined: 'Nothing was sent: you did not allow this host.'
};

const FORM_PROBLEM_TEXT_ZH: typeof FORM_PROBLEM_TEXT_EN = {
  'not-printable': '包含 OKX 不会使用的字符，例如带重音的字母或换行。',
  'private-key': PRIVATE_KEY_ZH,
  'not-an-account': '这不是账户 ID。账户 ID 形如 13886e05-1265-4b79-8ac3-b7ab46211001。',
  'address-for-account': '这是地址，不是账户 ID。请按地址关注。',
  'not-an-address': '不是所选链支持的地址。',
  'not-a-host': '这不是主机地址。请按 https://www.okx.com 的格式填写。',
  'not-https': '只有 https 能在传输中保护密钥。请以 https:// 开头填写。',
  declined: '未发送任何内容：你没有同意使用此主机。'
};

export const FORM_PROBLEM_TEXT = localized({ en: FORM_PROBLEM_TEXT_EN, zh: FORM_PROBLEM_TEXT_ZH });
