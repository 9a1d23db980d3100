// Texts of opening a page in the browser: the question before it, and the result; both languages.
import { localized } from '../domain/language';

export const EXPLORER_TEXT = localized({
  en: {
    open: 'Open',
    cancel: 'Cancel',
    asks: (host: string): string => `Open ${host} in your browser?`,
    learns: {
      address: 'It will learn this address, and that somebody at your internet address asks for it.',
      token: 'It will learn that somebody at your internet address asks for this token.',
      portal:
        'This is OKX’s own page for API keys. It will learn your internet address, and nothing from Tokentray.'
    },
    dontAskAgain: (host: string): string => `Do not ask again for ${host}`,
    openAt: (host: string): string => `Open at ${host}`,
    failed: 'Your browser could not be opened.'
  },
  zh: {
    open: '打开',
    cancel: '取消',
    asks: (host: string): string => `在浏览器中打开 ${host}？`,
    learns: {
      address: '该网站会得知这个地址，以及查询来自哪个 IP 地址。',
      token: '该网站会得知查询的代币，以及查询来自哪个 IP 地址。',
      portal: '这是 OKX 自己的 API 密钥页面。它会得知 IP 地址，但不会从 Tokentray 得到任何内容。'
    },
    dontAskAgain: (host: string): string => `打开 ${host} 时不再询问`,
    openAt: (host: string): string => `在 ${host} 查看`,
    failed: '无法打开浏览器。'
  }
});
