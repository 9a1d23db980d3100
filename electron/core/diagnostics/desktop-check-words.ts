// The sentences of the checks of a Linux desktop. Both languages side by side.
import { spoken } from '../../../shared/domain/language';

export const DESKTOP_CHECKS = spoken(
  {
    noBus:
      'The message bus of the desktop does not answer: tray, notifications and screen lock are not watched.',
    tray: (program: string): string => `The icon is shown by ${program}.`,
    notInTray: (program: string): string => `${program} shows tray icons, but has not taken this one.`,
    noTray: 'Nothing on this desktop shows tray icons.',
    server: (name: string): string => `Notifications go to ${name}.`,
    serverLater: 'A notification server starts with the first notification.',
    noServer: 'No notification server runs.',
    keychain: (program: string): string => `The keychain is kept by ${program}.`,
    keychainLocked: (program: string): string =>
      `The keychain of ${program} is locked. It asks for its password when a key is needed.`,
    noKeychain: 'No keychain runs. One may start when a key is needed; without one, a key lasts one session.',
    lock: (names: string): string => `Screen locks are told by ${names}.`,
    noLock: 'Nothing on this desktop tells of screen locks.',
    namesApart: ', ',
    together: (first: string, second: string): string => `${first} ${second}`
  },
  {
    noBus: '桌面的消息总线没有响应：无法监测托盘、通知和锁屏。',
    tray: program => `图标由 ${program} 显示。`,
    notInTray: program => `${program} 可以显示托盘图标，但没有接收本程序的图标。`,
    noTray: '当前桌面没有程序显示托盘图标。',
    server: name => `通知由 ${name} 显示。`,
    serverLater: '通知服务会在首次发送通知时启动。',
    noServer: '没有正在运行的通知服务。',
    keychain: program => `钥匙串由 ${program} 提供。`,
    keychainLocked: program => `${program} 的钥匙串已锁定，需要密钥时会要求输入密码。`,
    noKeychain: '没有正在运行的钥匙串。需要密钥时可能会启动；如果没有，密钥仅限本次运行。',
    lock: names => `锁屏状态由 ${names} 提供。`,
    noLock: '当前桌面不提供锁屏状态。',
    namesApart: '、',
    together: (first, second) => `${first}${second}`
  }
);
