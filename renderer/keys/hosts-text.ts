// Texts of OKX's hosts in the form of a key: the region of each, in both languages.
import { localized } from '../../shared/domain/language';
import type { HostRegion, OkxOrigin } from '../../shared/domain/host';

interface HostText {
  /** Heads the hosts of one region in the list. */
  readonly regions: Record<HostRegion, string>;
  /** Whose keys live there, for the chosen host. */
  readonly says: Record<OkxOrigin, string>;
  readonly otherRegion: string;
}

const HOST_TEXT_EN: HostText = {
  regions: {
    most: 'Most countries',
    'wallet-api': 'Wallet API',
    europe: 'Europe (EEA)',
    'united-states': 'United States',
    turkiye: 'Türkiye'
  },
  says: {
    'https://www.okx.com': 'For keys created at www.okx.com.',
    'https://web3.okx.com': 'For keys from the OKX developer portal, which can read addresses.',
    'https://eea.okx.com': 'For keys from OKX Europe. Test it: some requests may not be supported.',
    'https://my.okx.com': 'For accounts that sign in at my.okx.com. Try eea.okx.com as well.',
    'https://us.okx.com': 'For keys from OKX US. Test it: some requests may not be supported.',
    'https://app.okx.com': 'For accounts that sign in at app.okx.com. Try us.okx.com as well.',
    'https://tr.okx.com': 'For keys from OKX TR. Test it: some requests may not be supported.'
  },
  otherRegion: 'Another host'
};

const HOST_TEXT_ZH: HostText = {
  regions: {
    most: '大多数国家和地区',
    'wallet-api': '钱包 API',
    europe: '欧洲（EEA）',
    'united-states': '美国',
    turkiye: '土耳其'
  },
  says: {
    'https://www.okx.com': '适用于在 www.okx.com 创建的密钥。',
    'https://web3.okx.com': '适用于 OKX 开发者平台的密钥，可查询地址。',
    'https://eea.okx.com': '适用于 OKX 欧洲的密钥。请先测试：部分接口可能不提供。',
    'https://my.okx.com': '适用于在 my.okx.com 登录的账户。也可以试试 eea.okx.com。',
    'https://us.okx.com': '适用于 OKX 美国的密钥。请先测试：部分接口可能不提供。',
    'https://app.okx.com': '适用于在 app.okx.com 登录的账户。也可以试试 us.okx.com。',
    'https://tr.okx.com': '适用于 OKX 土耳其的密钥。请先测试：部分接口可能不提供。'
  },
  otherRegion: '其他主机'
};

export const HOST_TEXT = localized({ en: HOST_TEXT_EN, zh: HOST_TEXT_ZH });
