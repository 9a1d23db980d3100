# Made by electron/tools/manual.mjs from the lists of commands and options.
_tokentray() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command='' word at
  COMPREPLY=()
  # An equals sign is a word of its own here.
  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=${COMP_WORDS[at]}
    case " total chains tokens changes history doubts export open refresh toggle hide show pause resume quit accept exclude doctor setup settings reset help version " in
      *" $word "*) command=$word; break ;;
    esac
  done
  case $prev in
    --format)
      case $command in
        total) COMPREPLY=($(compgen -W 'plain json waybar polybar xbar' -- "$cur")) ;;
        chains) COMPREPLY=($(compgen -W 'plain json waybar polybar xbar' -- "$cur")) ;;
        tokens) COMPREPLY=($(compgen -W 'plain json waybar polybar xbar' -- "$cur")) ;;
        changes) COMPREPLY=($(compgen -W 'plain json waybar polybar xbar' -- "$cur")) ;;
        history) COMPREPLY=($(compgen -W 'plain json csv waybar polybar xbar' -- "$cur")) ;;
        doubts) COMPREPLY=($(compgen -W 'plain json' -- "$cur")) ;;
        export) COMPREPLY=($(compgen -W 'csv json' -- "$cur")) ;;
        doctor) COMPREPLY=($(compgen -W 'plain json' -- "$cur")) ;;
      esac
      return ;;
    --since) COMPREPLY=($(compgen -W '24h 7d 30d poll' -- "$cur")); return ;;
    --limit) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --range) COMPREPLY=($(compgen -W '1d 1w 1m 1y all' -- "$cur")); return ;;
    --output) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    --profile) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --user-data-dir) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$cur")); return ;;
  esac
  if [[ $cur == -* ]]; then
    case $command in
      total) COMPREPLY=($(compgen -W '--format --profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      chains) COMPREPLY=($(compgen -W '--format --profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      tokens) COMPREPLY=($(compgen -W '--format --profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      changes) COMPREPLY=($(compgen -W '--format --since --limit --profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      history) COMPREPLY=($(compgen -W '--format --range --profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      doubts) COMPREPLY=($(compgen -W '--format --profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      export) COMPREPLY=($(compgen -W '--format --output --force --profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      open) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      refresh) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      toggle) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      hide) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      show) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      pause) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      resume) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      quit) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      accept) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      exclude) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      doctor) COMPREPLY=($(compgen -W '--format --profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      setup) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      settings) COMPREPLY=($(compgen -W '--force --profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      reset) COMPREPLY=($(compgen -W '--yes --profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      help) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      version) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
      *) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
    esac; return
  fi
  if [[ $command == settings && ${COMP_WORDS[COMP_CWORD-1]} != settings ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$cur"))
    return
  fi
  case $command in
    '') COMPREPLY=($(compgen -W 'total chains tokens changes history doubts export open refresh toggle hide show pause resume quit accept exclude doctor setup settings reset help version' -- "$cur")) ;;
    export) COMPREPLY=($(compgen -W 'history holdings activity' -- "$cur")) ;;
    pause) COMPREPLY=($(compgen -W '1h tomorrow resumed' -- "$cur")) ;;
    settings) COMPREPLY=($(compgen -W 'export import' -- "$cur")) ;;
    help) COMPREPLY=($(compgen -W 'total chains tokens changes history doubts export open refresh toggle hide show pause resume quit accept exclude doctor setup settings reset help version' -- "$cur")) ;;
  esac
}
complete -F _tokentray tokentray
