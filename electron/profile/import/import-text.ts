// Texts about the export and import of settings, in dialogs and on the command line.
import { localized } from '../../../shared/domain/language';

export const SETTINGS_TRANSFER_TEXT = localized({
  en: {
    importTitle: 'Import settings',
    asks: 'Import these settings?',
    doImport: 'Import',
    cancel: 'Cancel',
    ok: 'OK',
    refusedTitle: 'These settings cannot be imported',
    unchanged: 'Nothing was changed.',
    nothingNew: 'Nothing to import. This file matches your settings.',
    tooLarge: 'The file is too large for settings.',
    notJson: (line: number): string => `The file is not JSON (line ${line}).`,
    noSettings: 'The file contains no Tokentray settings.',
    newer: (found: number, known: number): string =>
      `The file was written by a newer Tokentray (format ${found}; this one reads up to ${known}). Update Tokentray.`,
    tooMuch: 'With these settings, there would be more wallets or alert rules than Tokentray can keep.',
    unreadable: (code: string): string => `The file cannot be read (${code}).`,
    addsWallets: (names: string): string => `Adds: ${names}.`,
    changesWallets: (names: string): string => `Changes: ${names}.`,
    sameWallets: (count: number): string =>
      count === 1 ? '1 wallet is unchanged.' : `${count} wallets are unchanged.`,
    changesChoices: (count: number): string =>
      count === 1 ? 'Changes 1 setting.' : `Changes ${count} settings.`,
    changesGroups: (count: number): string =>
      count === 1 ? 'Adds or changes 1 group of wallets.' : `Adds or changes ${count} groups of wallets.`,
    setsVerdicts: (count: number): string =>
      count === 1 ? 'Includes or excludes 1 token.' : `Includes or excludes ${count} tokens.`,
    waits: (name: string, host: string): string =>
      `The key ${name} (${host}) has no secret in the file: enter it under Wallets and keys, then its wallets are read.`,
    unknown: (names: string): string => `Not known to this version, so left out: ${names}.`,
    removesNothing: 'Nothing is removed. Balances stay hidden or shown as they are.',
    backup: (file: string): string => `Your previous settings are kept as ${file}.`,
    done: 'The settings are imported.',
    more: (count: number): string => `and ${count} more`,
    failed: 'The settings cannot be written.',
    nameSeparator: ', '
  },
  zh: {
    importTitle: '导入设置',
    asks: '导入这些设置吗？',
    doImport: '导入',
    cancel: '取消',
    ok: '好',
    refusedTitle: '无法导入这些设置',
    unchanged: '未做任何更改。',
    nothingNew: '无需导入，文件与当前设置一致。',
    tooLarge: '文件过大，不是设置文件。',
    notJson: line => `文件不是 JSON（第 ${line} 行）。`,
    noSettings: '文件中没有 Tokentray 的设置。',
    newer: (found, known) =>
      `文件由更新版本的 Tokentray 写入（格式 ${found}，当前版本最高支持 ${known}）。请更新 Tokentray。`,
    tooMuch: '导入后，钱包或提醒规则会超出 Tokentray 的上限。',
    unreadable: code => `无法读取文件（${code}）。`,
    addsWallets: names => `添加：${names}。`,
    changesWallets: names => `更改：${names}。`,
    sameWallets: count => `${count} 个钱包没有变化。`,
    changesChoices: count => `更改 ${count} 项设置。`,
    changesGroups: count => `新增或更改 ${count} 个钱包分组。`,
    setsVerdicts: count => `计入或排除 ${count} 个代币。`,
    waits: (name, host) =>
      `密钥 ${name}（${host}）在文件中没有 Secret：请在“钱包与密钥”中填写，之后才会读取其钱包。`,
    unknown: names => `当前版本不认识，已略过：${names}。`,
    removesNothing: '不会移除任何内容。余额的隐藏状态不变。',
    backup: file => `原来的设置保存为 ${file}。`,
    done: '设置已导入。',
    more: count => `等另外 ${count} 个`,
    failed: '无法写入设置。',
    nameSeparator: '、'
  }
});
