// The import graph of the sources, types included: which file imports which, and its cycles.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const SOURCE = /\.(ts|mjs|svelte)$/;
const ENDINGS = ['', '.ts', '.svelte', '.mjs', '.d.ts'];
/** Static, dynamic and type imports, and re-exports. */
const IMPORT = /(?:from|import|import\()\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/** Gives every source file below the folders, relative to the root of the project, with slashes. */
export function sourcesIn(folders: readonly string[]): string[] {
  return folders.flatMap(top =>
    readdirSync(top, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && SOURCE.test(entry.name))
      .map(entry => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
  );
}

/** Maps each file to the files that it imports. */
export function importGraph(files: readonly string[]): Map<string, string[]> {
  const known = new Set(files);
  const resolved = (file: string, specifier: string) => {
    const path = posix.join(posix.dirname(file), specifier);
    return ENDINGS.map(ending => path + ending).find(each => known.has(each) || existsSync(each));
  };
  return new Map(
    files.map(file => {
      const specifiers = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, specifier]) => specifier!);
      const targets = specifiers.map(each => resolved(file, each)).filter(each => each !== undefined);
      return [file, [...new Set(targets)].filter(target => known.has(target))];
    })
  );
}

/**
 * Gives the groups of nodes that reach each other, each sorted: Tarjan's strongly connected components of two and
 * more.
 */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    open.push(node);
    for (const target of graph.get(node) ?? []) {
      if (!order.has(target)) visit(target);
      if (open.includes(target)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(target)!));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const circle = open.splice(open.indexOf(node));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return circles.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}
