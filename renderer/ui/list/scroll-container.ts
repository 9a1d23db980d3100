// Finds the scroll container of a list and observes its height.
import type { Virtualizer } from '@tanstack/virtual-core';

/** The height that is used before the page has a layout. */
export const DEFAULT_VIEWPORT_PX = 800;

export function scrollContainerOf(element: HTMLElement): HTMLElement | null {
  for (let box = element.parentElement; box; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  return element.parentElement;
}

/** Reports the height at once and after every change. Returns a function that stops it. */
export function observeHeight(
  { scrollElement }: Virtualizer<HTMLElement, HTMLElement>,
  report: (rect: { width: number; height: number }) => void
): () => void {
  const reportHeight = (): void => {
    const height = scrollElement?.clientHeight ?? 0;
    report({ width: scrollElement?.clientWidth ?? 0, height: height > 0 ? height : DEFAULT_VIEWPORT_PX });
  };
  reportHeight();
  const observer = new ResizeObserver(reportHeight);
  if (scrollElement) observer.observe(scrollElement);
  return () => observer.disconnect();
}
