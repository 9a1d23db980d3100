// The sentences of the checks. None holds an address, an amount or a secret. Both languages side by side.
import { spoken } from '../../../shared/domain/language';

export const CHECKS = spoken(
  {
    noKey: 'No key is saved yet.',
    memory: 'memory, for this session only',
    keychain: 'the keychain',
    keptIn: (name: string, place: string): string => `${name} is kept in ${place}.`,
    fails: (name: string, brief: string): string => `${name}: ${brief}.`,
    clockLater: 'The clock is compared with the next answer.',
    clockGood: 'Your clock agrees with OKX.',
    clockOff: (size: string): string => `Your clock is ${size}. Tokentray allows for it.`,
    answers: (host: string): string => `${host} answers.`,
    notAsked: (host: string): string => `${host} was not asked yet.`,
    proxy: 'The proxy of the environment is used.',
    noProxy: 'No proxy is set in the environment.',
    budget: (interval: string): string =>
      `Polling every ${interval}, at most one request a second for each key.`,
    noNotice: 'No notification was shown yet.',
    noticeShown: 'The last notification was delivered.',
    noticeUnknown: 'The desktop took the last notification and does not say whether it was shown.',
    noticeFailed: 'The last notification was not delivered: no notification service answers.',
    cannotSave: 'The last values could not be saved.',
    leftAlone: (files: string): string => `Left as it is, and not written: ${files}.`,
    setAside: 'A damaged file was set aside.',
    filesGood: 'Settings, snapshot and history can be read and written.',
    filesReadable: 'What is stored can be read.',
    filesUnreadable: 'A stored file cannot be read. Start the app: it sets a damaged file aside.'
  },
  {
    noKey: '尚未保存密钥。',
    memory: '内存中，仅限本次运行',
    keychain: '钥匙串中',
    keptIn: (name, place) => `${name} 保存在${place}。`,
    fails: (name, brief) => `${name}：${brief}。`,
    clockLater: '收到下一次响应时会校对时钟。',
    clockGood: '系统时钟与 OKX 一致。',
    clockOff: size => `系统时钟${size}，Tokentray 已做校正。`,
    answers: host => `${host} 响应正常。`,
    notAsked: host => `${host} 尚未查询。`,
    proxy: '正在使用环境变量中的代理。',
    noProxy: '环境变量中没有设置代理。',
    budget: interval => `每 ${interval}刷新一次，每个密钥每秒最多发送一个请求。`,
    noNotice: '尚未显示过通知。',
    noticeShown: '上一条通知已送达。',
    noticeUnknown: '桌面接收了上一条通知，但没有反馈是否已显示。',
    noticeFailed: '上一条通知未送达：没有通知服务响应。',
    cannotSave: '最新数据未能保存。',
    leftAlone: files => `保持原样，未写入：${files}。`,
    setAside: '一个损坏的文件已被移到一旁保存。',
    filesGood: '设置、快照和历史记录均可读写。',
    filesReadable: '已存储的内容可以读取。',
    filesUnreadable: '有文件无法读取。请启动应用，损坏的文件会被移到一旁保存。'
  }
);
