// Finds numbers of a page that do not fit: clipped, out of their parent or the window, or printed over other text.
import type { Page } from 'playwright/test';

export interface Fits {
  /** How many texts that hold a digit were seen. */
  readonly checked: number;
  /** One sentence for each that does not fit. */
  readonly faults: readonly string[];
}

/** Looks at what is on top: the last dialog, an open popup, or the page. */
export function numberFits(page: Page): Promise<Fits> {
  return page.evaluate(() => {
    interface Box {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    interface Seen {
      readonly node: Text;
      readonly lines: readonly Box[];
      readonly layer: Element | null;
    }
    const NEAR_PX = 1;
    /** A line is drawn higher than its letters, and its box may be lower than the font asks for. */
    const LINE_PX = 4;
    /** Names of tokens, chains, wallets and folders: they end in an ellipsis, and say themselves whole on hover. */
    const NAMES = '.name, .symbol, .where, .scoped, .mover-name, .share .clip, .code, .act-what *';
    const LAYERS = '.toast, .share-tip, .point, .foot, .form-foot, [popover], dialog';
    const faults: string[] = [];
    const styles = new Map<Element, CSSStyleDeclaration>();
    const boxes = new Map<Element, Box>();
    const styleOf = (node: Element): CSSStyleDeclaration => {
      const known = styles.get(node) ?? getComputedStyle(node);
      styles.set(node, known);
      return known;
    };
    const boxOf = (node: Element): Box => {
      const known = boxes.get(node) ?? node.getBoundingClientRect();
      boxes.set(node, known);
      return known;
    };
    const isForReaders = (node: Element): boolean => {
      for (let one: Element | null = node; one; one = one.parentElement)
        if (styleOf(one).clipPath !== 'none') return true;
      return false;
    };
    const nameOf = (node: Element): string =>
      `${node.tagName.toLowerCase()}${node.getAttribute('class') ? `.${node.getAttribute('class')}` : ''}`;
    const say = (fault: string, node: Text, by?: Element): void => {
      const text = (node.textContent ?? '').trim().slice(0, 60);
      faults.push(`${fault}${by ? ` by ${nameOf(by)}` : ''}: ${nameOf(node.parentElement!)} "${text}"`);
    };
    const isWholeOnHover = (cutter: Element): boolean =>
      cutter.matches(NAMES) && (cutter.closest('[title]')?.getAttribute('title') ?? '') !== '';
    /** The lines from the first digit to the last one. */
    const digitLines = (node: Text): Box[] => {
      const range = document.createRange();
      range.setStart(node, node.data.search(/\d/));
      range.setEnd(node, node.data.length - /\D*$/.exec(node.data)![0].length);
      return [...range.getClientRects()].filter(({ width }) => width > 0);
    };
    const open = [...document.querySelectorAll('dialog[open]')].at(-1);
    const popup = [...document.querySelectorAll(':popover-open')].at(-1);
    const root = popup ?? open ?? document.body;
    const seen: Seen[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let next = walker.nextNode(); next; next = walker.nextNode()) {
      const node = next as Text;
      const parent = node.parentElement;
      if (!parent || !node.data.trim() || /^(?:OPTION|SELECT|SCRIPT|STYLE|TEXTAREA)$/.test(parent.tagName))
        continue;
      if (!parent.checkVisibility({ visibilityProperty: true }) || isForReaders(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (lines.length > 0) seen.push({ node, lines, layer: parent.closest(LAYERS) });
    }
    /** What is left of a line after all boxes that cut it; null: nothing. */
    const visible = (line: Box, parent: Element): Box | null => {
      let { left, right, top, bottom } = line;
      for (let one: Element | null = parent; one && one !== root; one = one.parentElement) {
        if (styleOf(one).overflowX === 'visible' && styleOf(one).overflowY === 'visible') continue;
        const edge = boxOf(one);
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      return right - left > NEAR_PX && bottom - top > NEAR_PX ? { left, right, top, bottom } : null;
    };
    const isOut = (line: Box, box: Box, near: number): boolean =>
      line.left < box.left - near || line.right > box.right + near;
    const isOutUpright = (line: Box, box: Box): boolean =>
      line.top < box.top - LINE_PX || line.bottom > box.bottom + LINE_PX;
    function check({ node }: Seen): void {
      const lines = digitLines(node);
      const parent = node.parentElement!;
      let isYOpen = true;
      let isParentFound = false;
      for (let one: Element | null = parent; one; one = one.parentElement) {
        const { overflowX, overflowY, display, position } = styleOf(one);
        if (
          !(one instanceof SVGElement && !(one instanceof SVGSVGElement)) &&
          display !== 'inline' &&
          display !== 'contents'
        ) {
          const box = boxOf(one);
          if (!isParentFound) {
            isParentFound = true;
            if (
              overflowX === 'visible' &&
              lines.some(line => isOut(line, box, NEAR_PX) || isOutUpright(line, box))
            )
              return say('outside its parent', node, one);
          }
          // A wrapped line that has no room has left as a whole.
          const isGone =
            /hidden|clip/.test(overflowY) &&
            lines.every(({ top, bottom }) => top >= box.bottom || bottom <= box.top);
          if (isGone) return;
          if (overflowX !== 'visible' && lines.some(line => isOut(line, box, NEAR_PX))) {
            if (isWholeOnHover(one)) return;
            return say(/auto|scroll/.test(overflowX) ? 'scrolled sideways' : 'clipped', node, one);
          }
          if (/auto|scroll/.test(overflowY)) isYOpen = false;
          if (
            isYOpen &&
            /hidden|clip/.test(overflowY) &&
            one !== document.body &&
            lines.some(line => isOutUpright(line, box))
          )
            return say('clipped in height', node, one);
        }
        if (position === 'fixed') isYOpen = false;
        if (one === root) break;
      }
      if (lines.some(({ left, right }) => left < -NEAR_PX || right > innerWidth + NEAR_PX))
        say('outside the window', node);
    }
    const numbers = seen.filter(({ node }) => /\d/.test(node.data));
    numbers.forEach(check);
    const drawn = seen.map(one => ({
      ...one,
      isNumber: /\d/.test(one.node.data),
      left: one.lines.flatMap(line => visible(line, one.node.parentElement!) ?? [])
    }));
    drawn.forEach((one, i) => {
      for (const other of drawn.slice(i + 1)) {
        if (!(one.isNumber || other.isNumber) || one.layer !== other.layer) continue;
        const isOver = one.left.some(a =>
          other.left.some(
            b =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > NEAR_PX &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > LINE_PX
          )
        );
        if (isOver) say(`over "${(other.node.textContent ?? '').trim().slice(0, 40)}"`, one.node);
      }
    });
    return { checked: numbers.length, faults: [...new Set(faults)] };
  });
}
