# Made by electron/tools/manual.mjs from the lists of commands and options.
_tokentray() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command='' before='' word at given=0
  COMPREPLY=()
  # An equals sign is a word of its own here.
  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=${COMP_WORDS[at]}
    if [[ $word == '=' ]]; then continue; fi
    case $before in --format|--since|--at|--group|--limit|--range|--output|--separator|--profile|--user-data-dir) before=''; continue ;; esac
    before=$word
    if [[ $word == -* ]]; then continue; fi
    if [[ -n $command ]]; then ((given += 1)); continue; fi
    case " total chains tokens changes history doubts export watch mcp open refresh toggle hide show pause resume quit accept exclude doctor setup settings reset help version " in
      *" $word "*) command=$word ;;
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
        watch) COMPREPLY=($(compgen -W 'plain jsonl waybar polybar' -- "$cur")) ;;
        doctor) COMPREPLY=($(compgen -W 'plain json' -- "$cur")) ;;
      esac
      return ;;
    --since) COMPREPLY=($(compgen -W '24h 7d 30d poll looked' -- "$cur")); return ;;
    --at) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --group) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --limit) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --range) COMPREPLY=($(compgen -W '1d 1w 1m 1y all looked' -- "$cur")); return ;;
    --output) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    --separator) COMPREPLY=($(compgen -W 'comma semicolon tab' -- "$cur")); return ;;
    --profile) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --user-data-dir) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$cur")); return ;;
  esac
  if [[ $cur == -* ]]; then
    case $command in
      total) COMPREPLY=($(compgen -W '--format --at --group --profile --user-data-dir --demo --help' -- "$cur")) ;;
      chains) COMPREPLY=($(compgen -W '--format --at --group --profile --user-data-dir --demo --help' -- "$cur")) ;;
      tokens) COMPREPLY=($(compgen -W '--format --at --group --profile --user-data-dir --demo --help' -- "$cur")) ;;
      changes) COMPREPLY=($(compgen -W '--format --since --group --limit --profile --user-data-dir --demo --help' -- "$cur")) ;;
      history) COMPREPLY=($(compgen -W '--format --group --range --separator --decimal-comma --bom --profile --user-data-dir --demo --help' -- "$cur")) ;;
      doubts) COMPREPLY=($(compgen -W '--format --group --profile --user-data-dir --demo --help' -- "$cur")) ;;
      export) COMPREPLY=($(compgen -W '--format --at --group --output --separator --decimal-comma --bom --force --profile --user-data-dir --demo --help' -- "$cur")) ;;
      watch) COMPREPLY=($(compgen -W '--format --profile --user-data-dir --demo --help' -- "$cur")) ;;
      mcp) COMPREPLY=($(compgen -W '--addresses --profile --user-data-dir --demo --help' -- "$cur")) ;;
      open) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --help' -- "$cur")) ;;
      refresh) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --help' -- "$cur")) ;;
      toggle) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --help' -- "$cur")) ;;
      hide) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --help' -- "$cur")) ;;
      show) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --help' -- "$cur")) ;;
      pause) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --help' -- "$cur")) ;;
      resume) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --help' -- "$cur")) ;;
      quit) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --help' -- "$cur")) ;;
      accept) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --help' -- "$cur")) ;;
      exclude) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --help' -- "$cur")) ;;
      doctor) COMPREPLY=($(compgen -W '--format --profile --user-data-dir --demo --help' -- "$cur")) ;;
      setup) COMPREPLY=($(compgen -W '--profile --user-data-dir --help' -- "$cur")) ;;
      settings) COMPREPLY=($(compgen -W '--force --profile --user-data-dir --help' -- "$cur")) ;;
      reset) COMPREPLY=($(compgen -W '--yes --profile --user-data-dir --demo --help' -- "$cur")) ;;
      help) COMPREPLY=($(compgen -W '' -- "$cur")) ;;
      version) COMPREPLY=($(compgen -W '' -- "$cur")) ;;
      *) COMPREPLY=($(compgen -W '--profile --user-data-dir --demo --hidden --help --version' -- "$cur")) ;;
    esac; return
  fi
  case "$command $given" in
    ' 0') COMPREPLY=($(compgen -W 'total chains tokens changes history doubts export watch mcp open refresh toggle hide show pause resume quit accept exclude doctor setup settings reset help version' -- "$cur")) ;;
    'export 0') COMPREPLY=($(compgen -W 'history holdings activity' -- "$cur")) ;;
    'pause 0') COMPREPLY=($(compgen -W '1h tomorrow resumed' -- "$cur")) ;;
    'accept 0') COMPREPLY=($(compgen -W 'all' -- "$cur")) ;;
    'exclude 0') COMPREPLY=($(compgen -W 'all' -- "$cur")) ;;
    'settings 0') COMPREPLY=($(compgen -W 'export import' -- "$cur")) ;;
    'help 0') COMPREPLY=($(compgen -W 'total chains tokens changes history doubts export watch mcp open refresh toggle hide show pause resume quit accept exclude doctor setup settings reset help version' -- "$cur")) ;;
    'settings 1') compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}
complete -F _tokentray tokentray
