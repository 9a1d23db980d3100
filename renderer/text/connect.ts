// Texts of the page that connects a key, in both languages.
import { localized } from '../../shared/domain/language';

const CONNECT_TEXT_ZH: ConnectText = {
  title: '连接 OKX',
  renew: wallet => `为${wallet}更换密钥`,
  intro: '请使用只读密钥。保存前会先测试。',
  watch: '关注内容',
  watches: { addresses: '地址', account: 'OKX 账户 ID' },
  name: '钱包名称',
  nameMissing: '请填写钱包名称。',
  overlaps: wallets =>
    `${wallets.join('、')} 已在关注此账户的地址。可以添加；总资产只计一次，计入排在前面的钱包。`,
  back: '返回',
  sessionOnly: '仅在本次运行中使用',
  stepsTitle: '创建只读密钥',
  steps: [
    '登录 OKX 开发者平台。',
    '创建 API 密钥，只授予读取权限。',
    '设置密码短语并妥善保存：OKX 不会再次显示。',
    '把 API 密钥和 Secret 密钥复制到这里。'
  ],
  portalFor: { addresses: '用于地址', account: '用于 OKX 账户 ID' },
  kept: keychain => `以“Tokentray”为名保存在${keychain === null ? '这台电脑的钥匙串' : ` ${keychain} `}中。`,
  keptNowhere: '这台电脑上没有可用的钥匙串：密钥只能在本次运行中使用。',
  sentTo: host => `只发送到 ${host}。`,
  sentNowhere: '主机填写正确之前，不会发送到任何地方。'
};

const CONNECT_TEXT_EN = {
  title: 'Connect OKX',
  renew: (wallet: string): string => `New key for ${wallet}`,
  intro: 'Use a read-only key. It is tested before it is saved.',
  watch: 'What to watch',
  watches: { addresses: 'Addresses', account: 'OKX account ID' },
  name: 'Wallet name',
  nameMissing: 'Give the wallet a name.',
  overlaps: (wallets: readonly string[]): string =>
    `${wallets.join(', ')} already ${wallets.length === 1 ? 'watches' : 'watch'} addresses of this account. You can add it; the total counts them once, in the wallet that comes first.`,
  back: 'Back',
  sessionOnly: 'Use for this session only',
  stepsTitle: 'Create a read-only key',
  steps: [
    'Sign in to the OKX developer portal.',
    'Create an API key with the Read permission only.',
    'Choose a passphrase and keep it. OKX never shows it again.',
    'Copy the API key and the secret key here.'
  ],
  /** What the key of each portal can watch. */
  portalFor: { addresses: 'for addresses', account: 'for an OKX account ID' },
  /** `keychain`: its name; null: not known. */
  kept: (keychain: string | null): string =>
    `Kept in ${keychain ?? 'this computer’s keychain'} under “Tokentray”.`,
  keptNowhere: 'No keychain is available on this computer: the key can be used for this session only.',
  sentTo: (host: string): string => `Sent only to ${host}.`,
  sentNowhere: 'Not sent until the host is complete.'
};

export type ConnectText = typeof CONNECT_TEXT_EN;

export const CONNECT_TEXT = localized({ en: CONNECT_TEXT_EN, zh: CONNECT_TEXT_ZH });
