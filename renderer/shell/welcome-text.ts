// Texts of the first screen, in both languages.
import { localized } from '../../shared/domain/language';

/** Whether the tray icon can be seen; asked on Linux, where nothing says what the panel looks like. */
interface IconQuestionText {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** After one of the looks was picked. */
  readonly seen: string;
  readonly pick: string;
  readonly inks: Readonly<Record<'light' | 'dark' | 'plate', string>>;
  readonly done: string;
}

interface WelcomeText {
  readonly title: string;
  readonly cards: readonly {
    readonly picture: 'eye' | 'lock' | 'tray';
    readonly title: string;
    readonly text: string;
  }[];
  /** The label of the choice of the language, for people of either language. */
  readonly language: string;
  /** Where to find the tray icon when it is not visible. */
  readonly unseen: { readonly Win: string; readonly Mac: string };
  readonly icon: IconQuestionText;
  readonly connect: string;
  readonly demo: string;
  readonly starting: string;
  readonly hint: string;
}

const WELCOME_TEXT_EN: WelcomeText = {
  title: 'What your wallets are worth, at a glance',
  cards: [
    {
      picture: 'eye',
      title: 'Read-only',
      text: 'Tokentray reads balances and prices. It holds no private keys and cannot move funds.'
    },
    {
      picture: 'lock',
      title: 'Keys stay in your keychain',
      text: 'Your OKX key is kept in this computer’s keychain and used only to ask OKX.'
    },
    {
      picture: 'tray',
      title: 'Look for it in the tray',
      text: 'The total is shown beside the clock. Closing the window keeps it running there.'
    }
  ],
  language: 'Language',
  unseen: {
    Win: 'Windows hides it behind ^: drag it out.',
    Mac: 'No icon? See System Settings, Menu Bar.'
  },
  icon: {
    question: 'Can you see it?',
    yes: 'Yes',
    no: 'No',
    seen: 'Now I see it',
    pick: 'Which of these can you see there?',
    inks: { light: 'Light', dark: 'Dark', plate: 'On a plate' },
    done: 'Good. Settings has it too, under Tray.'
  },
  connect: 'Connect OKX',
  demo: 'Try the demo portfolio',
  starting: 'Starting the demo…',
  hint: 'The demo needs no key and sends nothing over the network.'
};

const WELCOME_TEXT_ZH: WelcomeText = {
  title: '钱包价值，一目了然',
  cards: [
    {
      picture: 'eye',
      title: '只看不动',
      text: 'Tokentray 只读取余额和价格。它不持有私钥，也无法转移资金。'
    },
    {
      picture: 'lock',
      title: '密钥存在钥匙串',
      text: 'OKX 密钥保存在这台电脑的钥匙串中，只用于查询 OKX。'
    },
    {
      picture: 'tray',
      title: '常驻托盘',
      text: '总资产显示在时钟旁边。关闭窗口后仍会在那里运行。'
    }
  ],
  language: '语言',
  unseen: {
    Win: 'Windows 会把它收在 ^ 里，拖出即可。',
    Mac: '没有图标？请查看系统设置的“菜单栏”。'
  },
  icon: {
    question: '看得到图标吗？',
    yes: '看得到',
    no: '看不到',
    seen: '现在看到了',
    pick: '托盘里哪一种看得清？',
    inks: { light: '浅色', dark: '深色', plate: '带底色' },
    done: '好的。也可在“设置”的“托盘”中更改。'
  },
  connect: '连接 OKX',
  demo: '试用演示资产',
  starting: '正在启动演示…',
  hint: '演示无需密钥，也不会向网络发送任何内容。'
};

export const WELCOME_TEXT = localized({ en: WELCOME_TEXT_EN, zh: WELCOME_TEXT_ZH });
