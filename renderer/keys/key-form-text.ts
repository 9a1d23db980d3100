// Texts of the fields of a key and of its test, in both languages.
import { localized } from '../../shared/domain/language';
import type { FormField } from '../../shared/schema/key';

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

const FIELD_TEXT_ZH: typeof FIELD_TEXT_EN = {
  apiKey: 'API 密钥',
  secretKey: 'Secret 密钥',
  passphrase: '密码短语',
  projectId: '项目 ID（选填）',
  accountId: '账户 ID',
  addresses: '地址',
  host: '主机',
  name: '钱包名称'
};

const FIELD_HINT_TEXT_EN: Partial<Record<FormField, string>> = {
  projectId: 'Only if OKX gave you one with the key.',
  accountId: 'The account OKX made for your addresses, in the project of this key.'
};

const FIELD_HINT_TEXT_ZH: typeof FIELD_HINT_TEXT_EN = {
  projectId: '仅当 OKX 随密钥提供时填写。',
  accountId: 'OKX 为这些地址创建的账户，属于此密钥所在的项目。'
};

const KEY_FORM_TEXT_EN = {
  other: 'Other…',
  otherHost: 'Address of the host',
  loopback: 'This computer: nothing leaves it.',
  test: 'Test and save',
  again: 'Test again',
  testing: 'Testing…',
  addAnyway: 'Add it anyway',
  notConnected: 'Not connected. Nothing was saved.',
  testedAt: (time: string, brief: string): string => `Tested at ${time}: ${brief}.`,
  missing: (field: FormField): string => `${FIELD_TEXT_EN[field]} is missing.`
};

const KEY_FORM_TEXT_ZH: typeof KEY_FORM_TEXT_EN = {
  other: '其他…',
  otherHost: '主机地址',
  loopback: '这台电脑：任何内容都不会离开。',
  test: '测试并保存',
  again: '重新测试',
  testing: '正在测试…',
  addAnyway: '仍然添加',
  notConnected: '未连接，没有保存任何内容。',
  testedAt: (time, brief) => `${time} 测试：${brief}。`,
  missing: field => `请填写${/^\w/.test(FIELD_TEXT_ZH[field]) ? ' ' : ''}${FIELD_TEXT_ZH[field]}。`
};

export const FIELD_TEXT = localized({ en: FIELD_TEXT_EN, zh: FIELD_TEXT_ZH });
export const FIELD_HINT_TEXT = localized({ en: FIELD_HINT_TEXT_EN, zh: FIELD_HINT_TEXT_ZH });
export const KEY_FORM_TEXT = localized({ en: KEY_FORM_TEXT_EN, zh: KEY_FORM_TEXT_ZH });
