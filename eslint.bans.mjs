// What a zone may not do, whatever it imports: clocks, chance, floats in money, markup from text, sleeping tests.

const globals = (names, message) => names.map(name => ({ name, message }));

const TIME =
  'Time is an argument here (ms since 1970): a rule that looks at the clock itself sees several nows in one poll and can only be tested by waiting.';
const CHANCE =
  'Chance is an argument here, 0 to 1: with it inside, a test passes on one day and fails on the next.';
const WORLD =
  'This zone is pure and touches nothing: ask for it in core/ports or take it as an argument. Otherwise its rules need a network, a host or a wait to be tested, and a log line here can leak a secret.';

/** No clock, no chance, no timers, no network, no output, no host. */
export const theWorld = {
  globals: [
    ...globals(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance'], TIME),
    ...globals(['fetch', 'WebSocket', 'XMLHttpRequest', 'console', 'process', 'navigator'], WORLD),
    ...globals(['window', 'document', 'localStorage', 'globalThis', 'require'], WORLD),
    ...globals(['crypto'], CHANCE)
  ],
  properties: [
    { object: 'Date', property: 'now', message: TIME },
    { object: 'Math', property: 'random', message: CHANCE }
  ],
  syntax: [
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: TIME },
    { selector: 'CallExpression[callee.name="Date"]', message: TIME }
  ]
};

const FLOAT =
  'Money is exact decimal text: a float keeps 15 digits and makes 0.1 + 0.2 something else than 0.3, so tray, window and export would disagree. Use shared/domain/decimal.ts; only for the place of a pixel disable this line, with the reason.';
const AMOUNT = '/(amount|balance|price|total|worth)$/i';
const TYPED_IN = '/target|input|field|element/i';

/** No binary float where a name says that it is money. A form's `input.value` is not meant. */
export const byMoney = {
  syntax: [
    `CallExpression[callee.name="parseFloat"]`,
    `CallExpression[callee.property.name="parseFloat"]`,
    `CallExpression[callee.name="Number"] > Identifier.arguments[name=${AMOUNT}]`,
    `CallExpression[callee.name="Number"] > MemberExpression.arguments[property.name=${AMOUNT}]`,
    `CallExpression[callee.name="Number"] > MemberExpression.arguments[property.name="value"]:not([object.name=${TYPED_IN}]):not([object.property.name=${TYPED_IN}])`,
    `UnaryExpression[operator="+"] > Identifier[name=${AMOUNT}]`,
    `UnaryExpression[operator="+"] > MemberExpression[property.name=${AMOUNT}]`
  ].map(selector => ({ selector, message: FLOAT }))
};

const MARKUP =
  'Token names come from strangers: text that becomes markup lets a token draw links and buttons into this window. Put it into the page as text.';

/** No text of anybody's becomes markup; `{@html}` is refused by a rule of its own. */
export const renderedHtml = {
  properties: ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map(property => ({
    property,
    message: MARKUP
  }))
};

const WINDOW =
  'The window reaches nothing and keeps nothing: it asks main over the bridge. The page policy refuses the network, and what is stored here escapes "Forget key" and the damage checks of the files.';

export const windowWorld = {
  globals: globals(
    ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'localStorage', 'sessionStorage', 'indexedDB'],
    WINDOW
  )
};

const SLEEP =
  'A unit test that sleeps is slow when it passes and fails when the machine is busy: pass the time in, use a fake clock, or await a promise that the test releases.';

export const sleeps = {
  syntax: [
    {
      selector: 'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]',
      message: SLEEP
    },
    {
      selector: 'NewExpression[callee.name="Promise"] CallExpression[callee.property.name="setTimeout"]',
      message: SLEEP
    },
    { selector: 'ImportDeclaration[source.value=/timers.promises$/]', message: SLEEP }
  ]
};

const BARREL =
  'No barrels: a file that only passes others on hides who uses what, loads everything for one name, and is where cycles begin. Import from the file that has it.';

export const barrels = { syntax: [{ selector: 'ExportAllDeclaration', message: BARREL }] };
