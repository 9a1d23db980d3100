// Texts of Welcome, the key form and Diagnostics, in both languages.
import { localized } from '../../shared/domain/language';
import type { FormField } from '../../shared/schema/key';
import { FORM_PROBLEM_TEXT_EN, FORM_PROBLEM_TEXT_ZH } from '../../shared/text/door-text';

const WELCOME_TEXT_ZH: WelcomeText = {
  title: '钱包价值，一目了然',
  cards: [
    {
      picture: 'eye',
      title: '只看不动',
      text: 'Tokentray 只读取余额和价格。它不持有私钥，也无法转移资金。'
    },
    {
      picture: 'lock',
      title: '密钥存在钥匙串',
      text: 'OKX 密钥保存在这台电脑的钥匙串中，只用于查询 OKX。'
    },
    {
      picture: 'tray',
      title: '常驻托盘',
      text: '总资产显示在时钟旁边。关闭窗口后仍会在那里运行。'
    }
  ],
  unseen: {
    Win: 'Windows 会把它收在 ^ 里，拖出即可。',
    Mac: '没有图标？请查看系统设置的“菜单栏”。'
  },
  connect: '连接 OKX',
  demo: '试用演示资产',
  starting: '正在启动演示…',
  hint: '演示无需密钥，也不会向网络发送任何内容。'
};

const FIELD_TEXT_ZH: FieldText = {
  apiKey: 'API 密钥',
  secretKey: 'Secret 密钥',
  passphrase: '密码短语',
  projectId: '项目 ID（选填）',
  accountId: '账户 ID',
  addresses: '地址',
  host: '主机',
  name: '钱包名称'
};

const FIELD_HINT_TEXT_ZH: FieldHintText = {
  projectId: '仅当 OKX 随密钥提供时填写。',
  accountId: 'OKX 为这些地址创建的账户，属于此密钥所在的项目。'
};

const CONNECT_TEXT_ZH: ConnectText = {
  title: '连接 OKX',
  renew: wallet => `为${wallet}更换密钥`,
  intro: '请使用只读密钥。保存前会先测试。',
  watch: '关注内容',
  watches: { addresses: '地址', account: 'OKX 账户 ID' },
  name: '钱包名称',
  nameMissing: '请填写钱包名称。',
  firstName: '主钱包',
  nextName: count => `钱包 ${count}`,
  other: '其他…',
  otherHost: '主机地址',
  loopback: '这台电脑：任何内容都不会离开。',
  test: '测试并保存',
  again: '重新测试',
  testing: '正在测试…',
  addAnyway: '仍然添加',
  overlaps: wallets =>
    `${wallets.join('、')} 已在关注此账户的地址。可以添加；总资产只计一次，计入排在前面的钱包。`,
  back: '返回',
  sessionOnly: '仅在本次运行中使用',
  notConnected: '未连接，没有保存任何内容。',
  testedAt: (time, brief) => `${time} 测试：${brief}。`,
  stepsTitle: '创建只读密钥',
  steps: [
    '登录 OKX 开发者平台。',
    '创建 API 密钥，只授予读取权限。',
    '设置密码短语并妥善保存：OKX 不会再次显示。',
    '把 API 密钥和 Secret 密钥复制到这里。'
  ],
  keyStorage: host => `以“Tokentray”为名保存在这台电脑的钥匙串中，只发送到 ${host}。`,
  problems: {
    missing: field => `请填写${/^\w/.test(FIELD_TEXT_ZH[field]) ? ' ' : ''}${FIELD_TEXT_ZH[field]}。`,
    ...FORM_PROBLEM_TEXT_ZH
  }
};

const DIAGNOSTICS_TEXT_ZH: DiagnosticsText = {
  title: '诊断',
  intro: '报告不含地址、金额和密钥内容。',
  copy: '复制报告',
  copied: '已复制',
  again: '重新检查',
  checking: '正在检查…',
  failures: '最近的失败',
  noFailures: 'Tokentray 启动以来没有失败。',
  about: '关于 Tokentray',
  checks: {
    runtime: '运行环境',
    key: '密钥',
    clock: '时钟',
    host: '主机',
    proxy: '代理',
    'ca-file': 'CA 文件',
    budget: '请求',
    keychain: '钥匙串',
    tray: '托盘',
    lock: '锁屏',
    notifications: '通知',
    files: '文件'
  },
  states: { good: '正常', warn: '请留意', bad: '异常', unknown: '未知' }
};

interface WelcomeContent {
  readonly title: string;
  readonly cards: readonly {
    readonly picture: 'eye' | 'lock' | 'tray';
    readonly title: string;
    readonly text: string;
  }[];
  /** Where to find the tray icon when it is not visible. */
  readonly unseen: { readonly Win: string; readonly Mac: string };
  readonly connect: string;
  readonly demo: string;
  readonly starting: string;
  readonly hint: string;
}

const WELCOME_TEXT_EN: WelcomeContent = {
  title: 'What your wallets are worth, at a glance',
  cards: [
    {
      picture: 'eye',
      title: 'It only looks',
      text: 'Tokentray reads balances and prices. It holds no private keys and cannot move funds.'
    },
    {
      picture: 'lock',
      title: 'Keys stay in your keychain',
      text: 'Your OKX key is kept in this computer’s keychain and used only to ask OKX.'
    },
    {
      picture: 'tray',
      title: 'Look for it in the tray',
      text: 'The total lives beside the clock. Closing the window keeps it running there.'
    }
  ],
  unseen: {
    Win: 'Windows hides it behind ^: drag it out.',
    Mac: 'No icon? See System Settings, Menu Bar.'
  },
  connect: 'Connect OKX',
  demo: 'Try the demo portfolio',
  starting: 'Starting the demo…',
  hint: 'The demo needs no key and sends nothing over the network.'
};

const FIELD_TEXT_EN: Record<FormField, string> = {
  apiKey: 'API key',
  secretKey: 'Secret key',
  passphrase: 'Passphrase',
  projectId: 'Project ID (optional)',
  accountId: 'Account ID',
  addresses: 'Addresses',
  host: 'Host',
  name: 'Wallet name'
};

const FIELD_HINT_TEXT_EN: Partial<Record<FormField, string>> = {
  projectId: 'Only if OKX gave you one with the key.',
  accountId: 'The account OKX made for your addresses, in the project of this key.'
};

const CONNECT_TEXT_EN = {
  title: 'Connect OKX',
  renew: (wallet: string): string => `New key for ${wallet}`,
  intro: 'Use a key that can only read. It is tested before it is saved.',
  watch: 'What to watch',
  watches: { addresses: 'Addresses', account: 'OKX account ID' },
  name: 'Wallet name',
  nameMissing: 'Give the wallet a name.',
  firstName: 'Main wallet',
  nextName: (count: number): string => `Wallet ${count}`,
  other: 'Other…',
  otherHost: 'Address of the host',
  loopback: 'This computer: nothing leaves it.',
  test: 'Test and save',
  again: 'Test again',
  testing: 'Testing…',
  addAnyway: 'Add it anyway',
  overlaps: (wallets: readonly string[]): string =>
    `${wallets.join(', ')} already ${wallets.length === 1 ? 'watches' : 'watch'} addresses of this account. You can add it; the total counts them once, in the wallet that comes first.`,
  back: 'Back',
  sessionOnly: 'Use for this session only',
  notConnected: 'Not connected. Nothing was saved.',
  testedAt: (time: string, brief: string): string => `Tested at ${time}: ${brief}.`,
  stepsTitle: 'Make a read-only key',
  steps: [
    'Sign in to the OKX developer portal.',
    'Create an API key. Give it the Read permission and no other.',
    'Choose a passphrase and keep it: OKX never shows it again.',
    'Copy the key and the secret here.'
  ],
  keyStorage: (host: string): string =>
    `Kept in this computer’s keychain under “Tokentray”. Sent only to ${host}.`,
  problems: {
    missing: (field: FormField): string => `${FIELD_TEXT_EN[field]} is missing.`,
    ...FORM_PROBLEM_TEXT_EN
  }
};

const DIAGNOSTICS_TEXT_EN = {
  title: 'Diagnostics',
  intro: 'The report holds no address, no amount and no secret.',
  copy: 'Copy report',
  copied: 'Copied',
  again: 'Check again',
  checking: 'Checking…',
  failures: 'Last failures',
  noFailures: 'None since Tokentray was started.',
  about: 'This Tokentray',
  checks: {
    runtime: 'Runtime',
    key: 'Key',
    clock: 'Clock',
    host: 'Host',
    proxy: 'Proxy',
    'ca-file': 'CA file',
    budget: 'Requests',
    keychain: 'Keychain',
    tray: 'Tray',
    lock: 'Screen lock',
    notifications: 'Notifications',
    files: 'Files'
  },
  states: { good: 'good', warn: 'look at this', bad: 'not working', unknown: 'not known' }
};

export type WelcomeText = typeof WELCOME_TEXT_EN;
export type FieldText = typeof FIELD_TEXT_EN;
export type FieldHintText = typeof FIELD_HINT_TEXT_EN;
export type ConnectText = typeof CONNECT_TEXT_EN;
export type DiagnosticsText = typeof DIAGNOSTICS_TEXT_EN;

export const WELCOME_TEXT = localized({ en: WELCOME_TEXT_EN, zh: WELCOME_TEXT_ZH });
export const FIELD_TEXT = localized({ en: FIELD_TEXT_EN, zh: FIELD_TEXT_ZH });
export const FIELD_HINT_TEXT = localized({ en: FIELD_HINT_TEXT_EN, zh: FIELD_HINT_TEXT_ZH });
export const CONNECT_TEXT = localized({ en: CONNECT_TEXT_EN, zh: CONNECT_TEXT_ZH });
export const DIAGNOSTICS_TEXT = localized({ en: DIAGNOSTICS_TEXT_EN, zh: DIAGNOSTICS_TEXT_ZH });
