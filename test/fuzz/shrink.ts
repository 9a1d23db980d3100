// Makes a failing case smaller while it still fails in the same way: rounds, then fields and rows, then characters.
import { problemIn, type Problem } from './check';
import { Fields, readJson, writeJson, type Node } from './json-text';
import type { Scenario } from './scenario';

const MOST_TRIES = 4000;
const LIMIT_MS = 15_000;

const kindOf = ({ what }: Problem) => what.slice(0, what.indexOf(':'));

interface Small {
  readonly scenario: Scenario;
  readonly trouble: Problem;
}

export function shrunk(scenario: Scenario, found: Problem): Small {
  let best: Small = {
    scenario: { ...scenario, rounds: scenario.rounds.slice(0, found.round + 1) },
    trouble: found
  };
  const end = Date.now() + LIMIT_MS;
  let tries = 0;
  const take = (smaller: Scenario): boolean => {
    if (++tries > MOST_TRIES || Date.now() > end) return false;
    const trouble = problemIn(smaller);
    if (!trouble || kindOf(trouble) !== kindOf(found)) return false;
    best = { scenario: smaller, trouble };
    return true;
  };
  for (let at = best.scenario.rounds.length - 2; at >= 0; at--) {
    take({ ...best.scenario, rounds: best.scenario.rounds.filter((_, place) => place !== at) });
  }
  for (const place of best.scenario.rounds.keys()) {
    const withBody = (body: string): Scenario => ({
      ...best.scenario,
      rounds: best.scenario.rounds.map((round, at) =>
        at === place ? { ...round, reply: { ...round.reply, body } } : round
      )
    });
    const bodyNow = () => best.scenario.rounds[place]!.reply.body;
    while (smallerTrees(bodyNow()).some(body => take(withBody(body))));
    for (let size = Math.ceil(bodyNow().length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < bodyNow().length;) {
        const body = bodyNow();
        if (!take(withBody(body.slice(0, at) + body.slice(at + size)))) at += size;
      }
    }
  }
  return best;
}

/** Gives the body with one field or one element removed; the large ones first. */
function smallerTrees(body: string): string[] {
  const tree = readJson(body);
  if (tree === null) return [];
  const smaller: string[] = [];
  const visit = (node: Node): void => {
    const list: unknown[] | null = Array.isArray(node) ? node : node instanceof Fields ? node.list : null;
    if (!list) return;
    for (let at = list.length - 1; at >= 0; at--) {
      const [taken] = list.splice(at, 1);
      smaller.push(writeJson(tree));
      list.splice(at, 0, taken);
    }
    for (const child of Array.isArray(node) ? node : (node as Fields).list.map(({ value }) => value))
      visit(child);
  };
  visit(tree);
  return smaller.sort((a, b) => a.length - b.length).slice(0, 300);
}
