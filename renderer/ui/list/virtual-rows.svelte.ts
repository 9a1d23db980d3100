// Computes the rows of a virtual list that are near the screen, with TanStack's virtualiser.
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  Virtualizer,
  type Range
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';
import { observeHeight, scrollContainerOf, DEFAULT_VIEWPORT_PX } from './scroll-container';

interface SizedRow {
  readonly id: string;
  readonly heightPx: number;
}

/** Functions, so that a change of each value is tracked by itself. */
export interface LongList<Item extends SizedRow> {
  items(): readonly Item[];
  /** The element is as tall as all rows together; it scrolls in its own container, or with the page. */
  element(): HTMLElement | undefined;
  /** Index of the row that is always drawn, so that it does not lose the focus when it is scrolled away; -1: none. */
  pinnedIndex(): number;
}

export interface DrawnRow<Item> {
  readonly item: Item;
  readonly index: number;
  /** Distance from the top of the list. */
  readonly topPx: number;
}

export interface RowsInView<Item> {
  readonly rows: readonly DrawnRow<Item>[];
  readonly heightPx: number;
  /** Visible height of the list. */
  readonly seenPx: number;
  /** Scrolls back to the first row, if it was scrolled away. */
  toTop(): void;
}

/** Rows drawn above and below the screen, so that scrolling with the wheel shows no gap. */
const OVERSCAN = 8;
class ScrolledRows<Item extends SizedRow> implements RowsInView<Item> {
  #changes = $state(0);
  #marginPx = $state(0);
  #scrollContainer: HTMLElement | null = null;
  #before = new Map<string, DrawnRow<Item>>();
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;

  constructor(readonly list: LongList<Item>) {
    this.#virtualizer = new Virtualizer(this.#options([], -1, 0));
  }

  readonly #drawn = $derived.by(() => {
    void this.#changes;
    const items = this.list.items();
    this.#virtualizer.setOptions(this.#options(items, this.list.pinnedIndex(), this.#marginPx));
    const next = new Map<string, DrawnRow<Item>>();
    for (const { index, start } of this.#virtualizer.getVirtualItems()) {
      const item = items[index];
      if (item) next.set(item.id, this.#reuseUnchanged({ item, index, topPx: start - this.#marginPx }));
    }
    this.#before = next;
    return { rows: [...next.values()], heightPx: this.#virtualizer.getTotalSize() };
  });

  get rows(): readonly DrawnRow<Item>[] {
    return this.#drawn.rows;
  }

  get heightPx(): number {
    return this.#drawn.heightPx;
  }

  get seenPx(): number {
    return this.#virtualizer.scrollRect?.height ?? DEFAULT_VIEWPORT_PX;
  }

  toTop(): void {
    const top = this.#scrollContainer?.scrollTop ?? 0;
    if (top > this.#marginPx) this.#scrollContainer?.scrollTo({ top: this.#marginPx });
  }

  /** Finds the scroll container and the start of the list in it: both change with the width of the window. */
  updatePosition = (): void => {
    const element = this.list.element();
    this.#scrollContainer = element ? scrollContainerOf(element) : null;
    if (element && this.#scrollContainer) {
      const above = element.getBoundingClientRect().top - this.#scrollContainer.getBoundingClientRect().top;
      this.#marginPx = Math.max(
        0,
        Math.round(above + this.#scrollContainer.scrollTop - this.#scrollContainer.clientTop)
      );
    }
    this.#virtualizer._willUpdate();
  };

  end(): void {
    this.#virtualizer._didMount()();
  }

  #reuseUnchanged(drawn: DrawnRow<Item>): DrawnRow<Item> {
    const old = this.#before.get(drawn.item.id);
    const isSame = old?.item === drawn.item && old.index === drawn.index && old.topPx === drawn.topPx;
    return isSame ? old : drawn;
  }

  /** Makes new functions for each list: the virtualiser measures again when a function differs. */
  #options(items: readonly Item[], pinnedIndex: number, scrollMargin: number) {
    return {
      count: items.length,
      overscan: OVERSCAN,
      scrollMargin,
      getItemKey: (index: number) => items[index]?.id ?? index,
      estimateSize: (index: number) => items[index]?.heightPx ?? 0,
      rangeExtractor: (range: Range) => {
        const near = defaultRangeExtractor(range);
        const isAway = pinnedIndex >= 0 && pinnedIndex < range.count && !near.includes(pinnedIndex);
        return isAway ? [...near, pinnedIndex].sort((a, b) => a - b) : near;
      },
      getScrollElement: () => this.#scrollContainer,
      initialOffset: () => this.#scrollContainer?.scrollTop ?? 0,
      initialRect: { width: 0, height: DEFAULT_VIEWPORT_PX },
      observeElementRect: observeHeight,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => void untrack(() => this.#changes++)
    };
  }
}

/** Must be called while a component is created: it tracks the list until the component is destroyed. */
export function rowsInView<Item extends SizedRow>(list: LongList<Item>): RowsInView<Item> {
  const scrolled = new ScrolledRows(list);
  const options = { capture: true, passive: true };
  $effect(() => {
    document.addEventListener('scroll', scrolled.updatePosition, options);
    window.addEventListener('resize', scrolled.updatePosition);
    return () => {
      document.removeEventListener('scroll', scrolled.updatePosition, options);
      window.removeEventListener('resize', scrolled.updatePosition);
      scrolled.end();
    };
  });
  $effect(() => {
    void list.items();
    void list.element();
    untrack(scrolled.updatePosition);
  });
  return scrolled;
}
