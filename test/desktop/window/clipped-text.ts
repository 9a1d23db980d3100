// Finds text of a page that does not fit: cut off without an ellipsis, reaching out of its row, or overlapping other
// text.
import type { Page } from 'playwright/test';

/** Gives one sentence for each misfit; empty: everything fits. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ROWS =
      '.grid, .mark, .chain, .total, .change, .movers, .tools, .foot, .drawer header, .fact, .sidebar';
    const NEAR_PX = 1;
    const open = document.querySelector('dialog[open]');
    const top: Element = open ?? document.body;
    const forReaders = [...top.querySelectorAll('*')].filter(
      node => getComputedStyle(node).clipPath !== 'none'
    );
    const isSeen = (node: Element): boolean =>
      node.closest('[hidden], svg') === null &&
      node.checkVisibility() &&
      !forReaders.some(one => one.contains(node));
    const nameOf = (node: Element): string =>
      `${node.tagName.toLowerCase()}.${String(node.className)} "${(node.textContent ?? '').trim().slice(0, 40)}"`;
    const texts = [...top.querySelectorAll('*')].filter(
      node =>
        isSeen(node) &&
        !/^(OPTION|SELECT|SCRIPT|STYLE)$/.test(node.tagName) &&
        [...node.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.textContent?.trim())
    );
    /** The nearest ancestor that cuts off wider content. */
    const cutterOf = (node: Element): Element | null => {
      let box: Element | null = node;
      while (box && getComputedStyle(box).overflowX === 'visible') box = box.parentElement;
      return box;
    };
    const ends = (node: Element): boolean => getComputedStyle(node).textOverflow === 'ellipsis';
    /** The visible part of the text, after all ancestors that cut it. */
    const rangeOf = (node: Element): { left: number; right: number; top: number; bottom: number } => {
      const range = document.createRange();
      range.selectNodeContents(node);
      let { left, right, top, bottom } = range.getBoundingClientRect();
      for (let box = cutterOf(node); box; box = box.parentElement && cutterOf(box.parentElement)) {
        const edge = box.getBoundingClientRect();
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      return { left, right, top, bottom };
    };
    const found: string[] = [];
    for (const node of texts) {
      const cutter = cutterOf(node);
      // An element with a sign on its corner is wider only because of the sign.
      const isMeasured = getComputedStyle(node).display !== 'inline' && node.childElementCount === 0;
      if (isMeasured && node.scrollWidth > node.clientWidth + NEAR_PX && !ends(node) && node.clientWidth > 0)
        found.push(`wider than its box: ${nameOf(node)}`);
      if (cutter && !ends(cutter) && !/auto|scroll/.test(getComputedStyle(cutter).overflowX)) {
        const words = document.createRange();
        words.selectNodeContents(node);
        if (words.getBoundingClientRect().right > cutter.getBoundingClientRect().right + NEAR_PX)
          found.push(`cut off by ${nameOf(cutter).split(' ')[0]}: ${nameOf(node)}`);
      }
    }
    for (const row of [...top.querySelectorAll(ROWS)].filter(isSeen)) {
      const inside = texts.filter(node => row.contains(node));
      inside.forEach((one, i) => {
        for (const other of inside.slice(i + 1)) {
          if (one.contains(other) || other.contains(one)) continue;
          const [a, b] = [rangeOf(one), rangeOf(other)];
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (wide > NEAR_PX && high > 3) found.push(`overlap: ${nameOf(one)} and ${nameOf(other)}`);
        }
      });
    }
    return [...new Set(found)];
  });
}
