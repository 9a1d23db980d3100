// Makes the warning about a host that is not OKX's own or looks like it, in both languages.
// Each warning names the host that would get the key.
import { addressOf, classifyHost, findLookAlike, type LookAlikeKind } from '../domain/host';
import { localized } from '../domain/language';

type LookAlikeText = Record<LookAlikeKind, (host: string) => string>;

const LOOK_ALIKE_TEXT_EN: LookAlikeText = {
  user: host => `The part before “@” is not a host: the key would go to ${host}.`,
  letters: host =>
    `This name has letters of another alphabet, which can look like ours. Its real name is ${host}, and it does not belong to OKX.`,
  dot: host => `With the dot at the end, ${host} is not OKX’s host. Remove the dot.`,
  port: host => `OKX’s hosts use no port. Whoever uses the port of ${host} would get the key.`,
  number: host => `${host} is a number, which does not show whose it is. OKX’s hosts end in okx.com.`,
  inside: host => `${host} has “okx” in its name but does not belong to OKX. OKX’s hosts end in .okx.com.`,
  misspelt: host => `${host} looks like okx.com but is not. Compare it letter by letter.`
};

const HOST_WARNING_TEXT_EN = {
  custom: (host: string): string =>
    `The key and the passphrase are sent to ${host}, which is not OKX’s own host. Use it only if you run it or trust it.`,
  unnamed: 'The key and the passphrase are sent to this host. Use it only if you run it or trust it.',
  alike: LOOK_ALIKE_TEXT_EN,
  both: (lookAlikeSentence: string, hostSentence: string): string => `${lookAlikeSentence} ${hostSentence}`,
  asks: (host: string): string => `Send the key to ${host}?`,
  asksDetail: 'Whoever runs this host can use the key as long as it is valid.',
  send: 'Send',
  cancel: 'Cancel'
};

const HOST_WARNING_TEXT_ZH: typeof HOST_WARNING_TEXT_EN = {
  custom: host => `密钥和密码短语会发送到 ${host}，它不是 OKX 自己的主机。请只填写自行运行或信任的主机。`,
  unnamed: '密钥和密码短语会发送到此主机。请只填写自行运行或信任的主机。',
  alike: {
    user: host => `“@”之前的内容不是主机：密钥会发送到 ${host}。`,
    letters: host => `这个名称含有其他文字的字母，看起来可能很像。它的真实名称是 ${host}，不属于 OKX。`,
    dot: host => `末尾的点使 ${host} 成为另一台主机，而不是 OKX 的主机。请去掉末尾的点。`,
    port: host => `OKX 的主机不带端口。占用 ${host} 这个端口的人会得到密钥。`,
    number: host => `${host} 是一个数字地址，看不出属于谁。OKX 的主机以 okx.com 结尾。`,
    inside: host => `${host} 的名称里有“okx”，但不属于 OKX。OKX 的主机以 .okx.com 结尾。`,
    misspelt: host => `${host} 看起来像 okx.com，其实不是：请逐个字母核对。`
  },
  both: (lookAlikeSentence, hostSentence) => `${lookAlikeSentence}${hostSentence}`,
  asks: host => `要把密钥发送到 ${host} 吗？`,
  asksDetail: '只要密钥有效，运行这台主机的人就能使用它。',
  send: '发送',
  cancel: '取消'
};

export const HOST_WARNING_TEXT = localized({ en: HOST_WARNING_TEXT_EN, zh: HOST_WARNING_TEXT_ZH });

/** The warning about a typed host, look-alikes first; null: it is OKX's host, or this computer. */
export function hostWarning(typed: string): string | null {
  const verdict = classifyHost(typed);
  if (verdict === 'preset' || verdict === 'loopback') return null;
  const alike = findLookAlike(typed);
  const lookAlikeSentence = alike ? HOST_WARNING_TEXT.alike[alike.kind](alike.host) : null;
  const url = verdict === 'custom' ? addressOf(typed) : null;
  if (!url) return lookAlikeSentence ?? HOST_WARNING_TEXT.unnamed;
  const hostSentence = HOST_WARNING_TEXT.custom(url.host);
  return lookAlikeSentence === null ? hostSentence : HOST_WARNING_TEXT.both(lookAlikeSentence, hostSentence);
}
