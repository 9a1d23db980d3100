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
  projectId: 'Only if OKX gave you one.',
  accountId: 'The ID of a wallet account created with this API key.'
};

const FIELD_HINT_TEXT_ZH: typeof FIELD_HINT_TEXT_EN = {
  projectId: '仅当 OKX 随密钥提供时填写。',
  accountId: '用此 API 密钥创建的钱包账户的 ID。'
};

/** A heading within a sentence: "secret key", "API key". */
const inSentence = (text: string): string =>
  /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
const spaced = (text: string): string => (/^\w/.test(text) ? ` ${text}` : text);

const KEY_FORM_TEXT_EN = {
  other: 'Other…',
  otherHost: 'Host address',
  loopback: 'This computer. Nothing is sent over the network.',
  test: 'Test and save',
  again: 'Test again',
  testing: 'Testing',
  addAnyway: 'Add anyway',
  notConnected: 'Not connected. Nothing was saved.',
  notAccepted: (time: string, field: FormField): string =>
    `OKX answered at ${time} and did not accept the ${inSentence(FIELD_TEXT_EN[field])}.`,
  failedAt: (time: string, brief: string): string => `The test failed at ${time}: ${inSentence(brief)}.`,
  missing: (field: FormField): string => `${FIELD_TEXT_EN[field]} is missing.`
};

const KEY_FORM_TEXT_ZH: typeof KEY_FORM_TEXT_EN = {
  other: '其他…',
  otherHost: '主机地址',
  loopback: '这台电脑，不会向网络发送任何内容。',
  test: '测试并保存',
  again: '重新测试',
  testing: '正在测试',
  addAnyway: '仍然添加',
  notConnected: '未连接，没有保存任何内容。',
  notAccepted: (time, field) => `OKX 于 ${time} 响应，没有接受${spaced(FIELD_TEXT_ZH[field])}。`,
  failedAt: (time, brief) => `${time} 测试失败：${brief}。`,
  missing: field => `请填写${spaced(FIELD_TEXT_ZH[field])}。`
};

export const FIELD_TEXT = localized({ en: FIELD_TEXT_EN, zh: FIELD_TEXT_ZH });
export const FIELD_HINT_TEXT = localized({ en: FIELD_HINT_TEXT_EN, zh: FIELD_HINT_TEXT_ZH });
export const KEY_FORM_TEXT = localized({ en: KEY_FORM_TEXT_EN, zh: KEY_FORM_TEXT_ZH });
