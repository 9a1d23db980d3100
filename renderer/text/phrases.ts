// Words of the colours of change, of what is read out after a poll, and of the websites that are opened unasked.
import { spoken } from '../../shared/domain/language';

export const LOOK = spoken(
  {
    changeColours: 'Colours of change',
    colours: { 'green-up': 'Green up', 'red-up': 'Red up', 'blue-orange': 'Blue up, orange down' },
    demo: 'DEMO',
    updated: (total: string): string => `Updated, ${total}`,
    hidden: 'Balances are hidden.',
    shown: 'Balances are shown.',
    sites: 'Websites',
    sitesHint: 'Opened in your browser without asking.',
    askAgain: 'Ask again'
  },
  {
    changeColours: '涨跌颜色',
    colours: { 'green-up': '绿涨红跌', 'red-up': '红涨绿跌', 'blue-orange': '蓝涨橙跌' },
    demo: '演示',
    updated: total => `已更新，${total}`,
    hidden: '余额已隐藏。',
    shown: '余额已显示。',
    sites: '网站',
    sitesHint: '这些网站会直接在浏览器中打开，不再询问。',
    askAgain: '恢复询问'
  }
);
