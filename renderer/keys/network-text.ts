// Texts of the network settings, which the form of a key shows too, in both languages.
import { localized } from '../../shared/domain/language';

export const NETWORK_TEXT = localized({
  en: {
    title: 'Network',
    caFile: 'CA file',
    caFileHint:
      'For company networks that decrypt traffic. Its certificates are trusted as well as the built-in ones.',
    choose: 'Choose…',
    other: 'Choose another…',
    remove: 'Remove',
    none: 'None',
    refused: 'Nothing was changed.',
    proxy:
      'The proxy comes from the environment variables, or else from the system settings. Diagnostics shows it.'
  },
  zh: {
    title: '网络',
    caFile: 'CA 文件',
    caFileHint: '用于会解密流量的公司网络。除内置证书外，还信任该文件中的证书。',
    choose: '选择…',
    other: '重新选择…',
    remove: '移除',
    none: '无',
    refused: '未做任何更改。',
    proxy: '代理优先取自环境变量，其次取自系统设置。当前使用的代理见“诊断”。'
  }
});
