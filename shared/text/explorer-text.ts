// Texts of opening a page in the browser: the question before it, and the result; both languages.
import { localized } from '../domain/language';

export const EXPLORER_TEXT = localized({
  en: {
    open: 'Open',
    cancel: 'Cancel',
    asks: (host: string): string => `Open ${host} in your browser?`,
    learns: {
      address: 'The site will see this address together with your IP address.',
      token: 'The site will see your IP address, and which token you look up.',
      portal: 'This is OKX’s own page for API keys. It will see your IP address, and nothing from Tokentray.'
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
      address: '该网站会看到这个地址和你的 IP 地址。',
      token: '该网站会看到你的 IP 地址和查询的代币。',
      portal: '这是 OKX 自己的 API 密钥页面。它会看到你的 IP 地址，但不会从 Tokentray 得到任何内容。'
    },
    dontAskAgain: (host: string): string => `打开 ${host} 时不再询问`,
    openAt: (host: string): string => `在 ${host} 查看`,
    failed: '无法打开浏览器。'
  }
});
