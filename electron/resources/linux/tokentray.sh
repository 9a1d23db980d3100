#!/bin/sh
# tokentray: prints an answer that the running app laid ready, or starts the app with the same words.
# The app lays ready what `total` and `chains` would print, with the time until which it holds. What is not understood
# here to the last word, or not certain, is left to the app.
# For any POSIX shell; one other process at most (date). Filled in when it is packed; in a checkout they stay empty:
version=''
app=''

# The program that is started when there is no answer. Without $1 no other process may be run to find it.
find_app() {
  [ -n "$app" ] && return
  case $0 in
    /*) [ -L "$0" ] || here=${0%/*} ;;
  esac
  if [ -z "${here-}" ]; then
    [ "${1-}" = anyhow ] || return 1
    here=$(readlink -f -- "$0") || return 1
    here=${here%/*}
  fi
  [ "$here" != "${here%/bin}" ] && app=${here%/bin}/tokentray
}

# Sets command, format, folder, profile, demo. Fails for every word that has another meaning, or none.
read_words() {
  command='' format='' folder='' profile='' demo=''
  while [ $# -gt 0 ]; do
    case $1 in
      --format | --profile | --user-data-dir)
        [ $# -gt 1 ] || return 1
        name=${1#--} value=$2
        shift
        ;;
      --format=* | --profile=* | --user-data-dir=*)
        name=${1%%=*} value=${1#*=}
        name=${name#--}
        ;;
      --demo) name=demo value=$1 ;;
      total | chains) name=command value=$1 ;;
      *) return 1 ;;
    esac
    shift
    case $value in
      '') return 1 ;;
    esac
    case $name in
      format) [ -z "$format" ] && format=$value || return 1 ;;
      profile) [ -z "$profile" ] && profile=$value || return 1 ;;
      user-data-dir) [ -z "$folder" ] && folder=$value || return 1 ;;
      demo) [ -z "$demo" ] && demo=$value || return 1 ;;
      command) [ -z "$command" ] && command=$value || return 1 ;;
    esac
  done
  [ -n "$command" ] || return 1
  : "${format:=plain}"
}

# Sets answers, the folder of the answers, and folder, that of the profile's files.
find_folder() {
  given=$folder
  if [ -z "$folder" ]; then
    if [ -n "${XDG_CONFIG_HOME-}" ]; then
      folder=$XDG_CONFIG_HOME/Tokentray
    else
      [ -n "${HOME-}" ] || return 1
      folder=$HOME/.config/Tokentray
    fi
  fi
  case $folder in
    */../* | */..) return 1 ;;
    /*) ;;
    *) return 1 ;;
  esac
  case $profile in
    '') ;;
    *[!abcdefghijklmnopqrstuvwxyz0123456789_-]*) return 1 ;;
    *)
      [ -z "$given" ] || return 1
      folder=$folder/profiles/$profile
      ;;
  esac
  [ -z "$demo" ] || folder=$folder/demo
  answers=$folder/ready
  [ -d "$answers" ] && [ ! -L "$answers" ] && [ -O "$answers" ] && [ -O "$folder" ]
}

# The file is the caller's own, and no file that it was made from is younger.
is_trusted() {
  [ -f "$file" ] && [ ! -L "$file" ] && [ -O "$file" ] || return 1
  [ -f "$folder/config.json" ] && [ -f "$folder/snapshot.json" ] || return 1
  # /etc: a new time zone is a new link there.
  for source in config.json snapshot.json chains.json history/polls.jsonl history/five-minutes.jsonl \
    history/hours.jsonl history/days.jsonl history/tokens.jsonl; do
    [ ! "$folder/$source" -nt "$file" ] || return 1
  done
  [ ! /etc -nt "$file" ]
}

# Sets program and boot, and what is known of the answer: code, from, end, taken, age, before, after.
read_answer() {
  IFS= read -r line || return 1
  case $line in
    "tokentray-answers 1 $version") ;;
    'tokentray-answers 1 '*) [ -z "$version" ] || return 1 ;;
    *) return 1 ;;
  esac
  # The same time zone: some texts have a time of day.
  IFS= read -r line && [ "$line" = "${TZ+=}${TZ-}" ] || return 1
  IFS= read -r program && IFS= read -r boot || return 1
  while IFS=' ' read -r name found code from end taken age; do
    IFS= read -r before && IFS= read -r after && IFS= read -r line && [ "$line" = . ] || return 1
    [ "$name $found" != "$command $format" ] || return 0
  done
  return 1
}

# A menu of xbar has the words that start this very app.
is_own_menu() {
  [ "$format" = xbar ] || return 0
  [ -z "$given" ] && find_app && [ "$program" = "$app${profile:+ --profile=$profile}${demo:+ --demo}" ]
}

is_number() {
  case $1 in
    '' | *[!0-9]*) return 1 ;;
  esac
}

# Sets now, ms. The file says when the computer started, and the kernel for how long it runs. A clock that was set since
# then is told from the second in which the computer started by it.
read_kernel_clock() {
  is_number "$boot" || return 1
  read -r up line </proc/uptime || return 1
  case $up in
    0* | *[!0-9.]* | *.*.*) return 1 ;;
    *.[0-9][0-9]) ;;
    *) return 1 ;;
  esac
  while read -r name value line; do
    [ "$name" != btime ] || break
  done </proc/stat
  [ "$name" = btime ] && [ "$value" = "$((boot / 1000))" ] || return 1
  now=$((boot + ${up%.*}${up#*.}0))
}

read_clock() {
  read_kernel_clock 2>/dev/null && return
  now=$(LC_ALL=C date -u +%s%3N 2>/dev/null) && is_number "$now" && [ ${#now} -eq 13 ]
}

# Sets text, the age of the total as the app writes it. Fails when the answer does not hold now.
tell_age() {
  is_number "$code" && is_number "$from" && is_number "$end" && is_number "$taken" || return 1
  read_clock || return 1
  [ "$now" -ge "$from" ] && [ "$now" -lt "$end" ] || return 1
  ms=$((now - taken))
  [ "$ms" -ge 0 ] || ms=0
  case $age in
    none) text='' ;;
    seconds) text=$((ms / 1000)) ;;
    words)
      if [ "$ms" -lt 60000 ]; then
        text="$((ms / 1000)) s"
      elif [ "$ms" -lt 3600000 ]; then
        text="$((ms / 60000)) min"
      elif [ "$ms" -lt 172800000 ]; then
        text="$((ms / 3600000)) h"
      else
        text="$((ms / 86400000)) days"
      fi
      ;;
    *) return 1 ;;
  esac
}

if read_words "$@" && find_folder && file=$answers/answers && is_trusted &&
  read_answer 2>/dev/null <"$file" && is_own_menu && tell_age; then
  # A reader that has enough is no mistake: the app says so too, and says what is when the output cannot be written.
  trap '' PIPE
  printf '%b%s%b\n' "$before" "$text" "$after" 2>/dev/null && exit "$code"
fi

find_app anyhow
[ -n "$app" ] && exec "$app" "$@"
exec node "${here%/resources/linux}/tools/tokentray.mjs" "$@"
