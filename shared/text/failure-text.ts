// Texts of each failure in both languages: a sentence and a short form.
// A sentence says what happened, then what to do; `{host}` and `{clock}` are filled in.
import { reactionTo, type FailureCode } from '../domain/failure';
import { localized } from '../domain/language';
import { clockText, momentText } from './time';

const FAILURE_SENTENCES_ZH: FailureSentences = {
  offline: '这台电脑没有联网。',
  'name-not-found': '找不到名为 {host} 的服务器。请检查主机地址和网络连接。',
  refused: '{host} 拒绝了连接。请检查主机地址，或途中的防火墙。',
  unreachable: '当前网络无法连接 {host}。',
  timeout: '{host} 未及时响应。',
  'connection-lost': '响应尚未完整，与 {host} 的连接就中断了。',
  'certificate-not-trusted':
    '{host} 的证书不受信任，因此没有发送任何内容。如果公司网络会解密加密流量，请在设置中选择公司的 CA 文件。',
  'certificate-wrong-host': '收到的证书不属于 {host}，因此没有发送任何内容。可能遇到了当前网络的登录页。',
  'certificate-expired': '{host} 的证书不在有效期内，因此没有发送任何内容。请先检查这台电脑的日期。',
  'ca-file-unusable': '所选的 CA 文件无法使用，缺少它，{host} 的证书就不受信任。请在设置中重新选择。',
  'proxy-unreachable': '无法连接代理，或代理没有响应。请检查代理设置；代理地址见“诊断”。',
  'proxy-failed': '代理没有转发请求。请检查代理设置。',
  'proxy-wants-password':
    '代理要求用户名和密码。请将环境变量 HTTPS_PROXY 设为 http://用户名:密码@代理:端口，然后重新启动 Tokentray。',
  'proxy-password-wrong': '代理不接受环境变量中的用户名和密码。',
  'proxy-unusable': '所设置的代理无法使用：地址无法识别，或类型不是 http、https 或 socks5。',
  redirected: '{host} 指向了另一个地址。密钥绝不会随之发送；请检查主机地址。',
  'not-okx':
    '收到的是网页，而不是 OKX 的响应：可能是代理、网络登录页或拦截页。请在浏览器中打开任意网页查看。',
  'reply-too-large': '响应大小超出任何合理的资产组合，已丢弃。',
  'reply-damaged': '无法读取 OKX 的响应。',
  'reply-empty': 'OKX 目前表示这个钱包是空的。再次核实后才会显示 $0。',
  'service-busy': 'OKX 暂时不可用。',
  'service-caching': 'OKX 仍在收集这个钱包的数据。',
  'rate-limited': 'OKX 暂时限制了请求次数。',
  'quota-used-up': '此密钥要发送更多请求，OKX 需要付费。Tokentray 从不付款。',
  'source-retired': 'OKX 已不再提供这类请求。这个钱包需要换一个数据来源。',
  'key-unknown':
    'OKX 不认识此密钥。欧洲的密钥在 eea.okx.com 或 my.okx.com，美国的在 us.okx.com 或 app.okx.com，土耳其的在 tr.okx.com：请选择所在地区的主机。密钥也可能已被删除。',
  'key-frozen': 'OKX 已冻结此密钥。原因见 OKX 上的密钥页面。',
  'key-wrong-environment': '此密钥属于 OKX 的另一个环境。请在开发者平台创建新的密钥。',
  'key-lacks-permission': '此密钥无权读取余额。请在 OKX 为它开启读取权限。',
  'passphrase-wrong': '密码短语错误。它是创建此密钥时自行设置的，不是 OKX 登录密码。',
  'secret-wrong': 'Secret 密钥与此 API 密钥不匹配。请重新复制，或创建新的密钥。',
  'credentials-incomplete': 'OKX 提示密钥缺少一部分。请重新输入密钥。',
  'address-not-allowed': '此密钥只能从其他 IP 地址使用。请在 OKX 添加当前 IP，或换一个密钥。',
  'address-blocked': 'OKX 封禁了当前网络的 IP 地址。',
  'region-blocked': 'OKX 不向此密钥或当前网络所在地区提供服务。',
  'clock-wrong': '系统时钟{clock}。Tokentray 已做校正，但 OKX 仍然拒绝。请校准时钟后重试。',
  'account-unknown': '此密钥下没有这个账户 ID。账户属于密钥所在的项目。',
  'wallet-refused': 'OKX 拒绝了这个钱包。',
  'chain-unsupported': 'OKX 不支持这个钱包的其中一条链。',
  'chain-mismatch': '这个钱包的一条链与地址不符。',
  'address-format': 'OKX 不接受这个钱包中某个地址的格式。',
  'too-many-addresses': '这个钱包的地址数量超出 OKX 单次可查询的上限。',
  'token-unknown': 'OKX 不认识所查询的代币。',
  'request-refused': 'OKX 认为请求有误。请检查账户 ID 和所选的链。',
  'service-unknown-error': 'OKX 返回了 Tokentray 不认识的错误。',
  'keychain-missing': '这台电脑没有可用的钥匙串。可以仅在本次运行中使用此密钥。',
  'keychain-locked': '钥匙串已锁定或没有响应。请解锁后重试。',
  'keychain-denied': '钥匙串没有交出密钥。',
  'key-not-in-keychain': '钥匙串中没有此密钥，或钥匙串已锁定。请解锁后重试，或重新输入密钥。',
  'storage-failed': '无法将最新数据保存到磁盘。请检查剩余空间和文件夹。',
  bug: 'Tokentray 内部出错。详情见日志。'
};

const FAILURE_BRIEFS_ZH: FailureBriefs = {
  offline: '网络已断开',
  'name-not-found': '找不到主机',
  refused: '连接被拒绝',
  unreachable: '无法连接 OKX',
  timeout: '响应超时',
  'connection-lost': '连接中断',
  'certificate-not-trusted': '证书不受信任',
  'certificate-wrong-host': '证书与主机不符',
  'certificate-expired': '证书不在有效期',
  'ca-file-unusable': 'CA 文件无法使用',
  'proxy-unreachable': '无法连接代理',
  'proxy-failed': '代理出错',
  'proxy-wants-password': '代理需要密码',
  'proxy-password-wrong': '代理密码错误',
  'proxy-unusable': '代理无法使用',
  redirected: '地址被重定向',
  'not-okx': '不是 OKX 的响应',
  'reply-too-large': '响应过大',
  'reply-damaged': '响应无法读取',
  'reply-empty': '钱包显示为空',
  'service-busy': 'OKX 繁忙',
  'service-caching': 'OKX 正在收集数据',
  'rate-limited': '被 OKX 限速',
  'quota-used-up': '额度已用完',
  'source-retired': 'OKX 已停用此接口',
  'key-unknown': '密钥不被接受',
  'key-frozen': '密钥已冻结',
  'key-wrong-environment': '密钥属于其他环境',
  'key-lacks-permission': '密钥权限不足',
  'passphrase-wrong': '密码短语错误',
  'secret-wrong': 'Secret 密钥错误',
  'credentials-incomplete': '密钥不完整',
  'address-not-allowed': 'IP 不在白名单',
  'address-blocked': 'IP 被封禁',
  'region-blocked': '地区不受支持',
  'clock-wrong': '时钟不准',
  'account-unknown': '找不到账户',
  'wallet-refused': '钱包被拒绝',
  'chain-unsupported': 'OKX 不支持此链',
  'chain-mismatch': '链与地址不符',
  'address-format': '地址被拒绝',
  'too-many-addresses': '地址过多',
  'token-unknown': '未知代币',
  'request-refused': '请求被拒绝',
  'service-unknown-error': 'OKX 返回错误',
  'keychain-missing': '没有钥匙串',
  'keychain-locked': '钥匙串已锁定',
  'keychain-denied': '钥匙串拒绝访问',
  'key-not-in-keychain': '找不到密钥',
  'storage-failed': '无法保存',
  bug: 'Tokentray 内部错误'
};

export type FailureBriefs = Record<FailureCode, string>;

const FAILURE_BRIEFS_EN: FailureBriefs = {
  offline: 'Offline',
  'name-not-found': 'Host not found',
  refused: 'Connection refused',
  unreachable: 'OKX unreachable',
  timeout: 'No answer in time',
  'connection-lost': 'Connection lost',
  'certificate-not-trusted': 'Certificate not trusted',
  'certificate-wrong-host': 'Wrong host certificate',
  'certificate-expired': 'Certificate out of date',
  'ca-file-unusable': 'CA file unusable',
  'proxy-unreachable': 'Proxy unreachable',
  'proxy-failed': 'Proxy failed',
  'proxy-wants-password': 'Proxy needs a password',
  'proxy-password-wrong': 'Proxy password wrong',
  'proxy-unusable': 'Proxy cannot be used',
  redirected: 'Redirected',
  'not-okx': "Not OKX's answer",
  'reply-too-large': 'Answer too large',
  'reply-damaged': 'Answer unreadable',
  'reply-empty': 'Reported as empty',
  'service-busy': 'OKX is busy',
  'service-caching': 'OKX is collecting',
  'rate-limited': 'Rate limited',
  'quota-used-up': 'Quota used up',
  'source-retired': 'Retired by OKX',
  'key-unknown': 'Key not accepted',
  'key-frozen': 'Key frozen',
  'key-wrong-environment': 'Wrong environment',
  'key-lacks-permission': 'Key lacks permission',
  'passphrase-wrong': 'Passphrase wrong',
  'secret-wrong': 'Secret key wrong',
  'credentials-incomplete': 'Key incomplete',
  'address-not-allowed': 'IP not allowed',
  'address-blocked': 'IP blocked',
  'region-blocked': 'Region not served',
  'clock-wrong': 'Clock wrong',
  'account-unknown': 'Account not found',
  'wallet-refused': 'Wallet refused',
  'chain-unsupported': 'Chain not supported',
  'chain-mismatch': 'Chain does not match',
  'address-format': 'Address refused',
  'too-many-addresses': 'Too many addresses',
  'token-unknown': 'Token not known',
  'request-refused': 'Request refused',
  'service-unknown-error': 'OKX reports an error',
  'keychain-missing': 'No keychain',
  'keychain-locked': 'Keychain locked',
  'keychain-denied': 'Keychain refused',
  'key-not-in-keychain': 'Key not found',
  'storage-failed': 'Cannot save',
  bug: 'Internal error'
};

export const FAILURE_BRIEFS = localized({ en: FAILURE_BRIEFS_EN, zh: FAILURE_BRIEFS_ZH });

export type FailureSentences = Record<FailureCode, string>;

const FAILURE_SENTENCES_EN: FailureSentences = {
  offline: 'This computer is offline.',
  'name-not-found': 'No server named {host} was found. Check the host and your connection.',
  refused: '{host} refused the connection. Check the host, or a firewall on the way.',
  unreachable: '{host} cannot be reached from this network.',
  timeout: '{host} did not answer in time.',
  'connection-lost': 'The connection to {host} broke off before the answer was complete.',
  'certificate-not-trusted':
    'The certificate of {host} is not trusted, so nothing was sent. If your company decrypts traffic, choose its CA file in Settings.',
  'certificate-wrong-host':
    'The certificate received does not belong to {host}, so nothing was sent. It may be a login page of this network.',
  'certificate-expired':
    'The certificate of {host} is out of date, so nothing was sent. Check the date of this computer first.',
  'ca-file-unusable':
    'The CA file that you chose cannot be used, and without it the certificate of {host} is not trusted. Choose it again in Settings.',
  'proxy-unreachable':
    'The proxy cannot be reached or does not answer. Check the proxy settings; Diagnostics names it.',
  'proxy-failed': 'The proxy did not forward the request. Check the proxy settings.',
  'proxy-wants-password':
    'The proxy asks for a user name and a password. Set HTTPS_PROXY=http://user:password@proxy:port and start Tokentray again.',
  'proxy-password-wrong': 'The proxy does not accept the user name and password in the environment.',
  'proxy-unusable':
    'The configured proxy cannot be used: its address is not valid, or its type is not http, https or socks5.',
  redirected: '{host} redirected to another address. Keys are never sent there. Check the host.',
  'not-okx':
    'A web page answered instead of OKX: from a proxy, or the login or block page of this network. Open any page in your browser to see it.',
  'reply-too-large': 'The answer was too large for a portfolio, and was discarded.',
  'reply-damaged': "OKX's answer could not be read.",
  'reply-empty': 'OKX now reports this wallet as empty. Checking again before showing $0.',
  'service-busy': 'OKX is temporarily unavailable.',
  'service-caching': 'OKX is still collecting the data of this wallet.',
  'rate-limited': 'OKX is limiting requests for now.',
  'quota-used-up': 'OKX charges for more requests with this key. Tokentray never pays.',
  'source-retired': 'OKX no longer serves this kind of request. The wallet needs another source.',
  'key-unknown':
    'OKX does not know this key. Keys from Europe are at eea.okx.com or my.okx.com, from the United States at us.okx.com or app.okx.com, from Türkiye at tr.okx.com: choose your host. Or the key was deleted.',
  'key-frozen': 'OKX has frozen this key. The reason is on its page at OKX.',
  'key-wrong-environment':
    'This key belongs to another environment of OKX. Create one in the developer portal.',
  'key-lacks-permission': 'This key is not allowed to read balances. Give it the Read permission at OKX.',
  'passphrase-wrong':
    'The passphrase is wrong. It is the one you chose when you created this key, not your OKX password.',
  'secret-wrong': 'The secret key does not belong to this API key. Copy it again, or create a new key.',
  'credentials-incomplete': 'OKX says that a part of the key is missing. Enter the key again.',
  'address-not-allowed':
    'This key only works from other IP addresses. Add this one at OKX, or use another key.',
  'address-blocked': 'OKX blocks the IP address of this network.',
  'region-blocked': 'OKX does not serve this key or the region of this network.',
  'clock-wrong':
    'Your clock is {clock}. Tokentray corrects for it, but OKX still refused. Set the clock and try again.',
  'account-unknown':
    'OKX does not know this account ID for this key. Accounts belong to the project of the key.',
  'wallet-refused': 'OKX refused this wallet.',
  'chain-unsupported': 'OKX does not support one of the chains of this wallet.',
  'chain-mismatch': 'A chain of this wallet does not match its address.',
  'address-format': 'OKX does not accept the format of an address in this wallet.',
  'too-many-addresses': 'The wallet has more addresses than OKX answers for at once.',
  'token-unknown': 'OKX does not know a token that was asked for.',
  'request-refused': 'OKX rejected the request. Check the account ID and the chains.',
  'service-unknown-error': 'OKX answered with an error that Tokentray does not know.',
  'keychain-missing': 'No keychain is available on this computer. You can use the key for this session only.',
  'keychain-locked': 'Your keychain is locked or did not answer. Unlock it and try again.',
  'keychain-denied': 'Your keychain refused to give out the key.',
  'key-not-in-keychain':
    'Your keychain holds no such key, or is locked. Unlock it and try again, or enter the key again.',
  'storage-failed': 'The last values could not be saved to disk. Check the free space and the folder.',
  bug: 'Internal error in Tokentray. The log has the details.'
};

export const FAILURE_SENTENCES = localized({ en: FAILURE_SENTENCES_EN, zh: FAILURE_SENTENCES_ZH });

export interface FailureDetails {
  readonly code: FailureCode;
  readonly host: string | null;
  /** This computer's clock minus the service's, ms. */
  readonly clockOffsetMs: number | null;
  /** The ID of an internal error in the log. */
  readonly bugId?: string | undefined;
}

export const FAILURE_TEXT = localized({
  en: {
    wrong: 'wrong',
    bug: (id: string): string => `Internal error in Tokentray (bug ${id}). Diagnostics makes a report of it.`,
    stopped: 'Refreshing has stopped; your last values are kept.',
    stay: 'Your last values are kept.',
    next: (moment: string): string => `Your last values are kept. Next try at ${moment}.`
  },
  zh: {
    wrong: '不准',
    bug: id => `Tokentray 内部出错（错误编号 ${id}）。“诊断”中可生成报告。`,
    stopped: '已停止刷新，最近的数据会保留。',
    stay: '最近的数据会保留。',
    next: moment => `最近的数据会保留，将于 ${moment} 重试。`
  }
});

export function failureBrief(code: FailureCode): string {
  return FAILURE_BRIEFS[code];
}

/** What happened and what to do, without the time of the next try. */
export function failureSentence({ code, host, clockOffsetMs, bugId }: FailureDetails): string {
  if (bugId) return FAILURE_TEXT.bug(bugId);
  const offset = clockOffsetMs ?? 0;
  const clock = Math.abs(offset) < 1000 ? FAILURE_TEXT.wrong : clockText(offset);
  return FAILURE_SENTENCES[code].replaceAll('{host}', host ?? 'OKX').replaceAll('{clock}', clock);
}

/** Whether and when Tokentray tries again. */
export function nextTryText(code: FailureCode, nextAt: number | null, now: number): string {
  if (reactionTo(code) === 'stop') return FAILURE_TEXT.stopped;
  return nextAt === null ? FAILURE_TEXT.stay : FAILURE_TEXT.next(momentText(nextAt, now));
}
