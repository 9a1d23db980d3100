// Generates the completion scripts for bash, zsh and fish from the lists of commands and options.
import { COMMAND_LIST, type CommandFacts } from './commands';
import { OPTION_LIST, VALUE_SUMMARIES, type OptionFacts } from './options';

const HEADER_COMMENT = '# Made by electron/tools/manual.mjs from the lists of commands and options.';
export const OPTIONS = OPTION_LIST.filter(({ isForDevelopers }) => !isForDevelopers);
export const COMMANDS = COMMAND_LIST.map(({ name }) => name);
/** Each takes the next word, which is no command then. */
const VALUE_OPTIONS = OPTIONS.filter(({ value }) => value).map(({ name }) => `--${name}`);

/** The options that fit a command; null: no command was typed yet. */
function optionsFor(command: CommandFacts | null): OptionFacts[] {
  return OPTIONS.filter(({ forCommands, unfitFor, isForStart }) =>
    command === null
      ? !forCommands
      : forCommands
        ? forCommands.includes(command.name)
        : !isForStart && !unfitFor?.includes(command.name)
  );
}

/** The words that may follow a command. */
function subjectsOf({ name, subjects, proposedSubjects = [] }: CommandFacts): readonly string[] {
  return name === 'help' ? COMMANDS : (subjects ?? proposedSubjects);
}

/** The values that fit an option of a command; none for a file, a folder or any text. */
function valuesOf({ name, proposed }: OptionFacts, command: CommandFacts | null): readonly string[] {
  if (name === 'format') return command?.formats ?? [];
  return typeof proposed === 'object' ? proposed : [];
}

/** A script that bash sources, with or without the package bash-completion. */
export function bashCompletion(): string {
  const values = OPTIONS.filter(({ value, name }) => value && name !== 'format').map(
    option => `    --${option.name}) ${bashValue(option)} ;;`
  );
  const formats = COMMAND_LIST.filter(each => each.formats).map(
    ({ name, formats = [] }) => `        ${name}) ${bashWords(formats)} ;;`
  );
  const subjects = COMMAND_LIST.filter(each => subjectsOf(each).length > 0).map(
    each => `    '${each.name} 0') ${bashWords(subjectsOf(each))} ;;`
  );
  const options = COMMAND_LIST.map(each => `      ${each.name}) ${bashWords(dashed(each))} ;;`);
  return `${HEADER_COMMENT}
_tokentray() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command='' before='' word at given=0
  COMPREPLY=()
  # An equals sign is a word of its own here.
  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    if [[ $word == '=' ]]; then continue; fi
    case $before in ${VALUE_OPTIONS.join('|')}) before=''; continue ;; esac
    before=$word
    if [[ $word == -* ]]; then continue; fi
    if [[ -n $command ]]; then ((given += 1)); continue; fi
    case " ${COMMANDS.join(' ')} " in
      *" $word "*) command=$word ;;
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
${options.join('\n')}
      *) ${bashWords(dashed(null))} ;;
    esac; return
  fi
  case "$command $given" in
    ' 0') ${bashWords(COMMANDS)} ;;
${subjects.join('\n')}
    'settings 1') ${BASH_FILES} ;;
  esac
}
complete -F _tokentray tokentray
`;
}

const BASH_FILES = 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur"))';

function bashWords(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur"))`;
}

function dashed(command: CommandFacts | null): string[] {
  return optionsFor(command).map(({ name }) => `--${name}`);
}

function bashValue({ proposed }: OptionFacts): string {
  if (proposed === 'file') return `${BASH_FILES}; return`;
  if (proposed === 'folder')
    return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$cur")); return';
  return `${bashWords(proposed ?? [])}; return`;
}

/** A file for a folder in `fpath`. */
export function zshCompletion(): string {
  const commands = COMMAND_LIST.map(({ name, summary }) => `    '${name}:${quoteForZsh(summary)}'`);
  const cases = COMMAND_LIST.map(command => `    ${command.name}) _arguments ${zshArguments(command)} ;;`);
  return `#compdef tokentray
${HEADER_COMMENT}
_tokentray() {
  local -a commands
  local command='' before='' word
  commands=(
${commands.join('\n')}
  )
  for word in \${words[2,CURRENT-1]}; do
    case $before in ${VALUE_OPTIONS.join('|')}) before=''; continue ;; esac
    before=$word
    if [[ $word != -* ]]; then command=$word; break; fi
  done
  case $command in
${cases.join('\n')}
    *) _arguments ${zshOptions(null)} '1:command:{_describe command commands}' ;;
  esac
}
_tokentray "$@"
`;
}

function zshArguments(command: CommandFacts): string {
  const subjects = subjectsOf(command);
  const subject = subjects.length > 0 ? ` '2:word:(${subjects.join(' ')})'` : '';
  const file = command.name === 'settings' ? " '3:file:_files'" : '';
  return `${zshOptions(command)} '1:command:'${subject}${file}`;
}

function zshOptions(command: CommandFacts | null): string {
  return optionsFor(command)
    .map(option => `'--${option.name}[${quoteForZsh(option.summary)}]${zshValue(option, command)}'`)
    .join(' ');
}

function zshValue(option: OptionFacts, command: CommandFacts | null): string {
  const { name, value, proposed } = option;
  if (!value) return '';
  if (proposed === 'file') return ':file:_files';
  if (proposed === 'folder') return ':folder:_files -/';
  const words = valuesOf(option, command).map(word => {
    const summary = VALUE_SUMMARIES[word];
    return summary === undefined ? word : `${word}\\:"${quoteForZsh(summary)}"`;
  });
  return words.length > 0 ? `:${name}:((${words.join(' ')}))` : `:${name}:`;
}

/** For text in single quotes, where a colon and brackets have a meaning in zsh. */
function quoteForZsh(text: string): string {
  return text.replace(/[[\]:]/g, '\\$&').replaceAll("'", "'\\''");
}

export function fishCompletion(): string {
  const commands = COMMAND_LIST.map(
    ({ name, summary }) => `${fish(null)} -a ${name} -d ${quoteForFish(summary)}`
  );
  const rest = COMMAND_LIST.flatMap(command => [
    ...fishSubjects(command),
    ...optionsFor(command).flatMap(option => fishOption(option, command))
  ]);
  const start = optionsFor(null).flatMap(option => fishOption(option, null));
  return `${[HEADER_COMMENT, FISH_FUNCTIONS, 'complete -c tokentray -f', ...commands, ...start, ...rest].join('\n')}\n`;
}

/** The command of the line, and how many words follow it; the value of an option is neither. */
const FISH_FUNCTIONS = `function __tokentray_is
  set -l command ''
  set -l given 0
  set -l before ''
  set -l typed (commandline -opc)
  set -e typed[1]
  for word in $typed
    if contains -- "$before" ${VALUE_OPTIONS.join(' ')}
      set before ''
      continue
    end
    set before $word
    if string match -q -- '-*' $word
      continue
    end
    if test -n "$command"
      set given (math $given + 1)
    else if contains -- $word ${COMMANDS.join(' ')}
      set command $word
    end
  end
  test "$command" = "$argv[1]"
  and begin
    test (count $argv) -lt 2
    or test $given -eq $argv[2]
  end
end`;

function fish(command: CommandFacts | null, given?: number): string {
  const name = command === null ? '""' : command.name;
  return `complete -c tokentray -n '__tokentray_is ${name}${given === undefined ? '' : ` ${given}`}'`;
}

function fishSubjects(command: CommandFacts): string[] {
  const subjects = subjectsOf(command);
  return [
    ...(subjects.length > 0 ? [`${fish(command, 0)} -a '${subjects.join(' ')}'`] : []),
    ...(command.name === 'settings' ? [`${fish(command, 1)} -F`] : [])
  ];
}

/** The sentence stands behind the option, and behind each value its own one. */
function fishOption(option: OptionFacts, command: CommandFacts | null): string[] {
  const { name, value, proposed, summary } = option;
  const start = `${fish(command)} -l ${name}`;
  const takes =
    proposed === 'file'
      ? ' -r -F'
      : proposed === 'folder'
        ? " -x -a '(__fish_complete_directories)'"
        : value
          ? ' -x'
          : '';
  const words = valuesOf(option, command).map(
    word => `${word}\\t${quoteForFish(VALUE_SUMMARIES[word] ?? '')}`
  );
  const named = `${start}${takes} -d ${quoteForFish(summary)}`;
  return words.length > 0 ? [`${start} -x -a "${words.join(' ')}"`, named] : [named];
}

function quoteForFish(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
