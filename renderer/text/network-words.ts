// Words of the network part of the settings.
import { spoken } from '../../shared/domain/language';

export const NETWORK = spoken(
  {
    title: 'Network',
    caFile: 'CA file',
    caFileHint:
      'For company networks that open encrypted traffic. Its certificates are trusted besides the built-in ones.',
    choose: 'Choose…',
    other: 'Choose another…',
    remove: 'Remove',
    none: 'None',
    refused: 'Nothing was changed.',
    proxy: 'A proxy is taken from the environment, or else from the system. Diagnostics names it.'
  },
  {
    title: '网络',
    caFile: 'CA 文件',
    caFileHint: '适用于会解密加密流量的公司网络。除内置证书外，还会信任该文件中的证书。',
    choose: '选择…',
    other: '重新选择…',
    remove: '移除',
    none: '无',
    refused: '未做任何更改。',
    proxy: '代理优先取自环境变量，其次取自系统设置。当前使用的代理见“诊断”。'
  }
);
