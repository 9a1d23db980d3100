// Texts of the diagnostics checks, in both languages.
// No text holds an address, an amount or a secret.
import { localized } from '../../../shared/domain/language';

export const CHECK_TEXT = localized({
  en: {
    noKey: 'No key is saved yet.',
    memory: 'memory, for this session only',
    keychain: 'the keychain',
    storedIn: (name: string, location: string): string => `${name} is kept in ${location}.`,
    fails: (name: string, brief: string): string => `${name}: ${brief}.`,
    clockLater: 'The clock is compared with the next answer.',
    clockGood: 'Your clock agrees with OKX.',
    clockOff: (size: string): string => `Your clock is ${size}. Tokentray corrects for it.`,
    answers: (host: string): string => `${host} answers.`,
    notPolled: (host: string): string => `${host} has not been used yet.`,
    proxy: 'The proxy of the environment is used.',
    noProxy: 'No proxy is set in the environment.',
    budget: (interval: string): string =>
      `Refreshing every ${interval}, at most one request a second for each key.`,
    pastPricesRefused: 'OKX refused to give past prices. Tokentray asks again a day later.',
    noNotification: 'No notification has been shown yet.',
    notificationShown: 'The last notification was delivered.',
    notificationUnknown: 'The last notification was sent. The desktop did not confirm that it was shown.',
    notificationFailed: 'The last notification was not delivered: no notification service answers.',
    cannotSave: 'The last values could not be saved.',
    untouched: (files: string): string => `Left unchanged, and not written: ${files}.`,
    setAside: 'A damaged file was set aside.',
    filesGood: 'Settings, snapshot and history can be read and written.',
    filesReadable: 'The stored files can be read.',
    filesUnreadable: 'A stored file cannot be read. Start the app: it sets a damaged file aside.'
  },
  zh: {
    noKey: '尚未保存密钥。',
    memory: '内存中，仅限本次运行',
    keychain: '钥匙串中',
    storedIn: (name, location) => `${name} 保存在${location}。`,
    fails: (name, brief) => `${name}：${brief}。`,
    clockLater: '收到下一次响应时会校对时钟。',
    clockGood: '系统时钟与 OKX 一致。',
    clockOff: size => `系统时钟${size}，Tokentray 已做校正。`,
    answers: host => `${host} 响应正常。`,
    notPolled: host => `${host} 尚未使用。`,
    proxy: '正在使用环境变量中的代理。',
    noProxy: '环境变量中没有设置代理。',
    budget: interval => `每 ${interval}刷新一次，每个密钥每秒最多发送一个请求。`,
    pastPricesRefused: 'OKX 拒绝提供历史价格，一天后会再次查询。',
    noNotification: '尚未显示过通知。',
    notificationShown: '上一条通知已送达。',
    notificationUnknown: '上一条通知已交给桌面，但桌面尚未反馈是否已显示。',
    notificationFailed: '上一条通知未送达：没有通知服务响应。',
    cannotSave: '最新数据未能保存。',
    untouched: files => `保持原样，未写入：${files}。`,
    setAside: '一个损坏的文件已被移到一旁保存。',
    filesGood: '设置、快照和历史记录均可读写。',
    filesReadable: '存储的文件可以读取。',
    filesUnreadable: '有文件无法读取。请启动应用，损坏的文件会被移到一旁保存。'
  }
});

export const DESKTOP_CHECK_TEXT = localized({
  en: {
    noBus:
      'The message bus of the desktop is not answering: tray, notifications and screen lock cannot be checked.',
    panel: (desktop: string): string => `${desktop} panel`,
    tray: (program: string): string => `Icon shown by ${program}.`,
    notInTray: (program: string): string => `${program} shows tray icons, but not this one.`,
    noTray: 'Nothing on this desktop shows tray icons.',
    server: (name: string): string => `Notifications go to ${name}.`,
    serverLater: 'A notification server starts with the first notification.',
    noServer: 'No notification server is running.',
    keychain: (program: string): string => `Keychain: ${program}.`,
    keychainLocked: (program: string): string =>
      `${program} is locked. It asks for its password when a key is needed.`,
    noKeychain:
      'No keychain is running. One may start when a key is needed; without one, a key is kept for one session only.',
    lock: (names: string): string => `Screen lock reported by ${names}.`,
    noLock: 'Screen-lock detection is not available here.',
    nameSeparator: ', ',
    joined: (first: string, second: string): string => `${first} ${second}`
  },
  zh: {
    noBus: '桌面的消息总线没有响应：无法检查托盘、通知和锁屏。',
    panel: desktop => `${desktop} 面板`,
    tray: program => `图标由 ${program} 显示。`,
    notInTray: program => `${program} 可以显示托盘图标，但没有接收本程序的图标。`,
    noTray: '当前桌面没有程序显示托盘图标。',
    server: name => `通知由 ${name} 显示。`,
    serverLater: '通知服务会在首次发送通知时启动。',
    noServer: '没有正在运行的通知服务。',
    keychain: program => `钥匙串：${program}。`,
    keychainLocked: program => `${program} 已锁定，需要密钥时会要求输入密码。`,
    noKeychain: '没有正在运行的钥匙串。需要密钥时可能会启动；如果没有，密钥仅限本次运行。',
    lock: names => `锁屏状态由 ${names} 提供。`,
    noLock: '此处无法检测锁屏。',
    nameSeparator: '、',
    joined: (first, second) => `${first}${second}`
  }
});

export const NETWORK_CHECK_TEXT = localized({
  en: {
    certificate: (issuer: string): string => `Its certificate is from ${issuer}.`,
    byCaFile: (issuer: string): string => `Its certificate is from ${issuer}, trusted through your CA file.`,
    noProxyUsed: 'No proxy is in use.',
    from: { environment: 'set in the environment', system: 'set in the system' },
    forwarded: (proxy: string, from: string): string => `${proxy} (${from}) forwarded the last request.`,
    answered: (proxy: string, from: string, brief: string): string =>
      `${proxy} (${from}). Last answer: ${brief}.`,
    caFile: (name: string): string => `${name} is trusted as well as the built-in authorities.`,
    caFileBad: (name: string, problem: string): string => `${name}: ${problem}`
  },
  zh: {
    certificate: issuer => `证书由 ${issuer} 颁发。`,
    byCaFile: issuer => `证书由 ${issuer} 颁发，通过所选的 CA 文件获得信任。`,
    noProxyUsed: '没有使用代理。',
    from: { environment: '来自环境变量', system: '来自系统设置' },
    forwarded: (proxy, from) => `${proxy}（${from}）已转发上一次请求。`,
    answered: (proxy, from, brief) => `${proxy}（${from}）。上一次结果：${brief}。`,
    caFile: name => `除内置的颁发机构外，还信任 ${name}。`,
    caFileBad: (name, problem) => `CA 文件 ${name}：${problem}`
  }
});
