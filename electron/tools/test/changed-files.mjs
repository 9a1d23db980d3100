// Finds the files that changed since the last published commit, for the quick tests.
import { read } from '../lib/run.mjs';
import { Stop } from '../lib/say.mjs';

const git = (...words) => read('git', words);

/** The newest commit that the upstream branch has too; without an upstream, the last commit. */
export function lastPublished() {
  const { status, text } = git('merge-base', 'HEAD', '@{upstream}');
  if (status === 0) return text.trim();
  const head = git('rev-parse', 'HEAD');
  if (head.status !== 0) throw new Stop('Git says nothing about this folder: run "npm test" instead.');
  return head.text.trim();
}

/** Paths below the project, committed since then or not; files that were removed are left out. */
export function changedSince(commit) {
  const namesOf = ({ text }) => text.split('\n').filter(name => name !== '');
  const changed = namesOf(git('diff', '--name-only', '--diff-filter=d', commit));
  const added = namesOf(git('ls-files', '--others', '--exclude-standard'));
  return [...new Set([...changed, ...added])];
}
