// Texts about the reset of a profile: the confirmation, and what could not be removed.
import { localized } from '../../../shared/domain/language';

export const RESET_TEXT = localized({
  en: {
    asks: 'Delete all data?',
    /** `keys`: number of keys in the keychain. */
    removes: (keys: number, folder: string): string =>
      [
        'This deletes for good:',
        '• wallets, alerts and all other settings, with their copies',
        '• history, activity, the last snapshot, logs and the demo',
        `• ${keys === 1 ? '1 key' : `${keys} keys`} in the keychain`,
        '• the start at login',
        '',
        `Other profiles stay. Folder: ${folder}`
      ].join('\n'),
    remove: 'Delete all data',
    cancel: 'Cancel',
    ok: 'OK',
    remainingTitle: 'Not everything could be deleted',
    remainingKeys: (reason: string, ids: string): string =>
      `Still in the keychain (${reason}): entries of the service “Tokentray” with the account ${ids}. Remove them with the keychain’s own program.`,
    remainingAutostart: (code: string): string => `The start at login is still on (${code}).`,
    remainingFiles: (files: string): string => `Still there: ${files}`,
    remainingDemo:
      'The demo is running, so its files are still there. Quit it and delete all data once more.',
    done: (keys: number): string =>
      `All data of this profile is deleted${keys === 0 ? '' : `, with ${keys === 1 ? '1 key' : `${keys} keys`} in the keychain`}.`
  },
  zh: {
    asks: '删除全部数据？',
    removes: (keys, folder) =>
      [
        '以下内容将被永久删除：',
        '• 钱包、提醒和其他所有设置及其副本',
        '• 历史记录、动态、最近的快照、日志和演示',
        `• 钥匙串中的 ${keys} 个密钥`,
        '• 登录时启动',
        '',
        `其他配置不受影响。文件夹：${folder}`
      ].join('\n'),
    remove: '删除全部数据',
    cancel: '取消',
    ok: '好',
    remainingTitle: '未能全部删除',
    remainingKeys: (reason, ids) =>
      `仍在钥匙串中（${reason}）：服务“Tokentray”下账户为 ${ids} 的条目。请用钥匙串自带的程序删除。`,
    remainingAutostart: code => `登录时启动仍处于开启状态（${code}）。`,
    remainingFiles: files => `仍然存在：${files}`,
    remainingDemo: '演示正在运行，因此其文件仍然存在。请退出演示，然后再次删除全部数据。',
    done: keys => `此配置的数据已全部删除${keys === 0 ? '' : `，包括钥匙串中的 ${keys} 个密钥`}。`
  }
});
