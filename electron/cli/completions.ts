// Generates the completion scripts for bash, zsh and fish from the lists of commands and options.
import { COMMAND_LIST, factsOfCommand } from './commands';
import { OPTION_LIST, type OptionFacts } from './options';

const HEADER_COMMENT = '# Made by electron/tools/manual.mjs from the lists of commands and options.';
export const OPTIONS = OPTION_LIST.filter(({ isForDevelopers }) => !isForDevelopers);
export const COMMANDS = COMMAND_LIST.map(({ name }) => name);
const SUBJECTS = COMMAND_LIST.filter(({ subjects }) => subjects).map(({ name, subjects = [] }) => ({
  name,
  words: subjects.join(' ')
}));

/** A script that bash sources, with or without the package bash-completion. */
export function bashCompletion(): string {
  const values = OPTIONS.filter(({ value, name }) => value && name !== 'format').map(
    option => `    --${option.name}) ${bashValue(option)} ;;`
  );
  const formats = COMMAND_LIST.filter(each => each.formats).map(
    ({ name, formats = [] }) =>
      `        ${name}) COMPREPLY=($(compgen -W '${formats.join(' ')}' -- "$cur")) ;;`
  );
  const subjects = [...SUBJECTS, { name: 'help', words: COMMANDS.join(' ') }].map(
    ({ name, words }) => `    ${name}) COMPREPLY=($(compgen -W '${words}' -- "$cur")) ;;`
  );
  return `${HEADER_COMMENT}
_tokentray() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command='' word at
  COMPREPLY=()
  # An equals sign is a word of its own here.
  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    case " ${COMMANDS.join(' ')} " in
      *" $word "*) command=$word; break ;;
    esac
  done
  case $prev in
    --format)
      case $command in
${formats.join('\n')}
      esac
      return ;;
${values.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${bashOptions()}
      *) COMPREPLY=($(compgen -W '${optionsFor(null).join(' ')}' -- "$cur")) ;;
    esac; return
  fi
  if [[ $command == settings && \${COMP_WORDS[COMP_CWORD-1]} != settings ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$cur"))
    return
  fi
  case $command in
    '') COMPREPLY=($(compgen -W '${COMMANDS.join(' ')}' -- "$cur")) ;;
${subjects.join('\n')}
  esac
}
complete -F _tokentray tokentray
`;
}

function bashOptions(): string {
  const lines = COMMAND_LIST.map(
    ({ name }) => `      ${name}) COMPREPLY=($(compgen -W '${optionsFor(name).join(' ')}' -- "$cur")) ;;`
  );
  return lines.join('\n');
}

function bashValue({ proposed }: OptionFacts): string {
  if (proposed === 'file')
    return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return';
  if (proposed === 'folder')
    return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$cur")); return';
  return `COMPREPLY=($(compgen -W '${(proposed ?? []).join(' ')}' -- "$cur")); return`;
}

/** Null: no command was typed yet. */
function optionsFor(command: string | null): string[] {
  const available = OPTIONS.filter(
    ({ forCommands }) => !forCommands || forCommands.some(name => name === command)
  );
  return available.map(({ name }) => `--${name}`);
}

/** A file for a folder in `fpath`. */
export function zshCompletion(): string {
  const commands = COMMAND_LIST.map(({ name, summary }) => `    '${name}:${quoteForZsh(summary)}'`);
  const cases = COMMAND_LIST.map(({ name, formats, subjects }) => {
    const options = OPTIONS.filter(({ forCommands }) => !forCommands || forCommands.includes(name)).map(
      option => `'--${option.name}[${quoteForZsh(option.summary)}]${zshValue(option, formats)}'`
    );
    const words = name === 'help' ? COMMANDS : subjects;
    const subject = words ? ` '2:word:(${words.join(' ')})'` : '';
    return `    ${name}) _arguments ${options.join(' ')} '1:command:'${subject} '*:file:_files' ;;`;
  });
  return `#compdef tokentray
${HEADER_COMMENT}
_tokentray() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  case \${words[(r)(${COMMANDS.join('|')})]} in
${cases.join('\n')}
    *) _arguments ${OPTIONS.filter(({ forCommands }) => !forCommands)
      .map(option => `'--${option.name}[${quoteForZsh(option.summary)}]${zshValue(option, [])}'`)
      .join(' ')} '1:command:{_describe command commands}' ;;
  esac
}
_tokentray "$@"
`;
}

function zshValue({ name, value, proposed }: OptionFacts, formats: readonly string[] = []): string {
  if (!value) return '';
  if (proposed === 'file') return ':file:_files';
  if (proposed === 'folder') return ':folder:_files -/';
  const words = name === 'format' ? formats : proposed;
  return words ? `:${name}:(${words.join(' ')})` : `:${name}:`;
}

/** For text in single quotes, where a colon and brackets have a meaning in zsh. */
function quoteForZsh(text: string): string {
  return text.replace(/[[\]:]/g, '\\$&').replaceAll("'", "'\\''");
}

export function fishCompletion(): string {
  const all = COMMANDS.join(' ');
  const none = `not __fish_seen_subcommand_from ${all}`;
  const commands = COMMAND_LIST.map(
    ({ name, summary }) => `complete -c tokentray -n '${none}' -a ${name} -d ${quoteForFish(summary)}`
  );
  const subjects = SUBJECTS.map(
    ({ name, words }) => `complete -c tokentray -n '__fish_seen_subcommand_from ${name}' -a '${words}'`
  );
  const options = OPTIONS.flatMap(option =>
    option.name === 'format' ? COMMANDS.flatMap(name => fishFormat(name, option)) : [fishOption(option)]
  );
  return `${[HEADER_COMMENT, 'complete -c tokentray -f', ...commands, ...subjects, ...options].join('\n')}\n`;
}

function fishFormat(name: string, { summary }: OptionFacts): string[] {
  const formats = factsOfCommand(name)?.formats;
  if (!formats) return [];
  const condition = `-n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c tokentray ${condition} -l format -x -a '${formats.join(' ')}' -d ${quoteForFish(summary)}`
  ];
}

function fishOption({ name, value, proposed, forCommands, summary }: OptionFacts): string {
  const condition = forCommands ? ` -n '__fish_seen_subcommand_from ${forCommands.join(' ')}'` : '';
  const files = proposed === 'folder' ? " -x -a '(__fish_complete_directories)'" : ' -r -F';
  const words = typeof proposed === 'object' ? ` -x -a '${proposed.join(' ')}'` : proposed ? files : ' -x';
  return `complete -c tokentray${condition} -l ${name}${value ? words : ''} -d ${quoteForFish(summary)}`;
}

function quoteForFish(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
