// What fish proposes behind `tokentray`, made from the lists of commands and options.
import { COMMAND_LIST, factsOfCommand } from './commands';
import { COMMANDS, HEAD, OPTIONS, SUBJECTS } from './completions';
import type { OptionFacts } from './options';

export function fishCompletion(): string {
  const all = COMMANDS.join(' ');
  const none = `not __fish_seen_subcommand_from ${all}`;
  const commands = COMMAND_LIST.map(
    ({ name, summary }) => `complete -c tokentray -n '${none}' -a ${name} -d ${fishQuoted(summary)}`
  );
  const subjects = SUBJECTS.map(
    ({ name, words }) => `complete -c tokentray -n '__fish_seen_subcommand_from ${name}' -a '${words}'`
  );
  const options = OPTIONS.flatMap(option =>
    option.name === 'format' ? COMMANDS.flatMap(name => fishFormat(name, option)) : [fishOption(option)]
  );
  return `${[HEAD, 'complete -c tokentray -f', ...commands, ...subjects, ...options].join('\n')}\n`;
}

function fishFormat(name: string, { summary }: OptionFacts): string[] {
  const formats = factsOfCommand(name)?.formats;
  if (!formats) return [];
  const condition = `-n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c tokentray ${condition} -l format -x -a '${formats.join(' ')}' -d ${fishQuoted(summary)}`
  ];
}

function fishOption({ name, value, proposed, of, summary }: OptionFacts): string {
  const condition = of ? ` -n '__fish_seen_subcommand_from ${of.join(' ')}'` : '';
  const files = proposed === 'folder' ? " -x -a '(__fish_complete_directories)'" : ' -r -F';
  const words = typeof proposed === 'object' ? ` -x -a '${proposed.join(' ')}'` : proposed ? files : ' -x';
  return `complete -c tokentray${condition} -l ${name}${value ? words : ''} -d ${fishQuoted(summary)}`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
