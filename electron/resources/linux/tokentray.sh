#!/bin/sh
# tokentray: prints an answer that the running app laid ready, or starts the app with the same words.
# The app lays ready what `total` and `chains` would print, with the time until which it holds. What is not understood
# here to the last word, or not certain, is left to the app. `watch` goes on printing the total as it changes.
# For any POSIX shell; one other process at most (date; sleep, each second of `watch`). Filled in when it is packed; in a
# checkout they stay empty:
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
      total | chains | watch) name=command value=$1 ;;
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

# Sets folder, that of the profile's files, and file, that of the answers.
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
  file=$folder/ready/answers
}

# Folder and file are the caller's own, and no file that it was made from is younger.
is_trusted() {
  [ -d "$folder/ready" ] && [ ! -L "$folder/ready" ] && [ -O "$folder/ready" ] && [ -O "$folder" ] || return 1
  [ -f "$file" ] && [ ! -L "$file" ] && [ -O "$file" ] || return 1
  [ -f "$folder/config.json" ] && [ -f "$folder/snapshot.json" ] || return 1
  for source in config.json snapshot.json chains.json history/polls.jsonl history/five-minutes.jsonl \
    history/hours.jsonl history/days.jsonl history/tokens.jsonl; do
    [ ! "$folder/$source" -nt "$file" ] || return 1
  done
}

# The system's time zone is that of the answers: some texts have a time of day. Where it is no link to a zone, a new one
# makes its folder younger.
is_same_zone() {
  if [ -n "$zone" ]; then
    [ /etc/localtime -ef "$zone" ]
  else
    [ ! /etc -nt "$file" ]
  fi
}

# Sets program and boot, the time (now), and what is known of the answer that holds now: code, from, end, taken, age,
# before, after.
read_answer() {
  IFS= read -r line || return 1
  case $line in
    "tokentray-answers 2 $version") ;;
    'tokentray-answers 2 '*) [ -z "$version" ] || return 1 ;;
    *) return 1 ;;
  esac
  IFS= read -r line && [ "$line" = "${TZ+=}${TZ-}" ] && IFS= read -r zone && is_same_zone || return 1
  IFS= read -r program && IFS= read -r boot || return 1
  read_clock || return 1
  while IFS=' ' read -r name found code from end taken age; do
    IFS= read -r before && IFS= read -r after && IFS= read -r line && [ "$line" = . ] || return 1
    [ "$name $found" = "$command $format" ] || continue
    is_number "$code" && is_number "$from" && is_number "$end" && is_number "$taken" || return 1
    holds_now && return
  done
  return 1
}

holds_now() {
  [ "$now" -ge "$from" ] && [ "$now" -lt "$end" ]
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

# Sets up, for how long the computer runs, ms.
read_uptime() {
  read -r up line </proc/uptime || return 1
  case $up in
    0* | *[!0-9.]* | *.*.*) return 1 ;;
    *.[0-9][0-9]) up=${up%.*}${up#*.}0 ;;
    *) return 1 ;;
  esac
}

# Sets now, ms. The file says when the computer started, and the kernel for how long it runs. A clock that was set since
# then is told from the second in which the computer started by it.
read_kernel_clock() {
  is_number "$boot" && read_uptime || return 1
  while read -r name value line; do
    [ "$name" != btime ] || break
  done </proc/stat
  [ "$name" = btime ] && [ "$value" = "$((boot / 1000))" ] || return 1
  now=$((boot + up))
}

read_clock() {
  read_kernel_clock 2>/dev/null && return
  now=$(LC_ALL=C date -u +%s%3N 2>/dev/null) && is_number "$now" && [ ${#now} -eq 13 ]
}

# While the app replaces the file, there is none for a moment: a second look finds it.
find_answer() {
  is_trusted && read_answer 2>/dev/null <"$file"
}

# Sets text, the age of the total as the app writes it.
tell_age() {
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

# The stream: a line at the start and at each change, at most 2 s late. The same again, or a sign of life, at least once a
# minute, so that it ends soon after its reader. While answers are laid ready no other process is started, or only sleep.
REPEAT_AFTER=50 NEW_AGE_AFTER=15 CLOCK_AFTER=15 ASK_AFTER=600 ASK_SOON_AFTER=60
newline='
'

# Understands the format of a stream, and each place of a profile that the app understands.
prepare_watch() {
  stream=$format command=total
  case $format in
    jsonl) format=json ;;
    plain | waybar | polybar) ;;
    *) return 1 ;;
  esac
  case $profile in
    *[ABCDEFGHIJKLMNOPQRSTUVWXYZ]*) profile=$(printf '%s' "$profile" | LC_ALL=C tr '[:upper:]' '[:lower:]') ;;
  esac
  case $folder in
    '' | /*) ;;
    *) folder=${INIT_CWD:-$PWD}/$folder ;;
  esac
  case $folder/ in
    */../*) folder=$(CDPATH='' cd -- "$folder" && pwd) || return 1 ;;
  esac
  find_folder
}

watch_total() {
  if [ -z "${BASH_VERSION-}" ] && ! can_wait && command -v bash >/dev/null; then exec bash --posix -- "$0" "$@"; fi
  trap '' PIPE
  { command exec 5<"$0"; } 2>/dev/null
  if ! [ /proc/self/fd/5 -ef "$0" ]; then
    printf 'tokentray: "watch" needs /proc.\n' >&2
    return 1
  fi
  prepare_wait
  shown='' shown_age='' quiet=0 lost=0 since_ask=$ASK_AFTER is_open='' asked_text=''
  while :; do
    if find_line "$@"; then tell_line || return 0; fi
    quiet=$((quiet + 1)) since_ask=$((since_ask + 1)) since_clock=$((since_clock + 1))
    wait_a_second || return 1
  done
}

# To start sleep each second costs more than all the rest, so where the shell can wait by itself, it reads a pipe in which
# nothing ever is. The shell of Debian cannot, its other one can.
prepare_wait() {
  pipe=''
  can_wait || return 0
  pipe=${XDG_RUNTIME_DIR:-${TMPDIR:-/tmp}}/tokentray-$$
  if mkfifo -m 600 "$pipe" 2>/dev/null; then
    path=$pipe
    { command exec 6<>"$path"; } 2>/dev/null || pipe=''
    rm -f "$path"
  else
    pipe=''
  fi
}

# At the end of a file the status is 1, for an option that is not known 2.
can_wait() {
  { read -t 1 -r line </dev/null; } 2>/dev/null
  [ $? -eq 1 ]
}

wait_a_second() {
  if [ -n "$pipe" ]; then
    read -t 1 -r line <&6 || true
  else
    sleep 1 >&- 3<&- 4<&- 5<&-
  fi
}

# Sets source, before, text, after. Fails while it is not certain what is true.
find_line() {
  if { find_laid || find_laid; } && tell_age; then
    source=laid lost=0 asked_text=''
    return
  fi
  is_open='' lost=$((lost + 1))
  # The app removes an answer before it lays the next one: that takes a moment.
  [ "$lost" -gt 1 ] || [ -z "$shown" ] || return 1
  # Another version of the app brings its own version of this script.
  [ /proc/self/fd/5 -ef "$0" ] || [ ! -x "$0" ] || exec "$0" "$@"
  ask_app
}

find_laid() {
  is_trusted && { still_holds || open_answers; }
}

is_open_file() {
  [ /proc/self/fd/3 -ef "$file" ] && [ -s "$file" ]
}

still_holds() {
  [ -n "$is_open" ] && is_open_file && is_same_zone && read_clock_again && holds_now
}

open_answers() {
  is_open=''
  { command exec 3<"$file" && read_answer <&3; } 2>/dev/null || return 1
  is_open=1
  start_clock
}

# Until the clock is looked at again, the uptime alone tells how time goes on.
start_clock() {
  since_clock=0
  read_uptime 2>/dev/null && clock=$((now - up)) || clock=''
}

read_clock_again() {
  if [ -n "$clock" ] && [ "$since_clock" -lt "$CLOCK_AFTER" ] && read_uptime 2>/dev/null; then
    now=$((clock + up))
  else
    read_clock && start_clock
  fi
}

# Prints what changed, and repeats what did not. Fails when nobody reads it.
tell_line() {
  line="$before $after${asked_text:+$text}"
  if [ "$line" != "$shown" ]; then
    print_line
  elif [ "$quiet" -ge "$REPEAT_AFTER" ]; then
    if [ "$stream" = jsonl ]; then printf '{"kind":"alive","schemaVersion":1}\n' 2>/dev/null && quiet=0; else print_line; fi
  elif [ "$stream" != jsonl ] && [ "$text" != "$shown_age" ] && [ "$quiet" -ge "$NEW_AGE_AFTER" ]; then
    print_line
  fi
}

# What was hidden since it was read is not printed: the next turn looks again.
print_line() {
  case $source in
    laid) is_open_file ;;
    asked) is_same_config ;;
  esac || return 0
  printf '%b%s%b\n' "$before" "$text" "$after" 2>/dev/null || return
  shown=$line shown_age=$text quiet=0
}

# Nothing is laid ready: the command itself is asked, at the start and then rarely, and no more where nothing is stored.
ask_app() {
  source=asked before='' after='' text=$asked_text limit=$ASK_AFTER
  if [ -z "$asked_text" ] || ! is_same_config; then
    limit=$ASK_SOON_AFTER
    no_total none
  elif ! [ -f "$folder/snapshot.json" ]; then
    return
  fi
  [ "$since_ask" -ge "$limit" ] || return 0
  since_ask=0 config=''
  { command exec 4<"$folder/config.json"; } 2>/dev/null && config=open
  asked_text=$(run_app total --format "$format" ${given:+"--user-data-dir=$given"} ${profile:+"--profile=$profile"} \
    ${demo:+--demo})
  [ $? -ne 2 ] || exit 2
  asked_text=${asked_text%%"$newline"*}
  [ -n "$asked_text" ] || no_total error
  source=asked text=${asked_text:=$text}
  # Hidden or laid ready meanwhile: the next turn looks again.
  is_same_config && ! is_trusted
}

is_same_config() {
  if [ -n "$config" ]; then
    [ /proc/self/fd/4 -ef "$folder/config.json" ]
  else
    [ ! -e "$folder/config.json" ]
  fi
}

# Sets text, as the command prints it without data ($1: none), and where it cannot say anything ($1: error).
no_total() {
  source=none
  case $stream-$1 in
    plain-none) text='No data yet' ;;
    plain-*) text='No data: "tokentray total" says why' ;;
    polybar-none) text='%{F#8a8f98}–%{F-}' ;;
    polybar-*) text='%{F#e06c5f}– !%{F-}' ;;
    waybar-none) text='{"text":"–","alt":"none","tooltip":"No data yet","class":["none"],"schemaVersion":1}' ;;
    waybar-*) text='{"text":"– !","alt":"error","tooltip":"No data: tokentray total says why","class":["error"],"schemaVersion":1}' ;;
    *)
      text='{"total":null,"currency":"USD","takenAt":null,"ageSeconds":null,"state":"'$1'","complete":false,'
      text=$text'"hidden":false,"chains":[],'
      text=$text'"notCounted":{"risky":0,"unpriced":0,"unverified":0,"waiting":0},"doubts":[],"schemaVersion":1}'
      ;;
  esac
}

run_app() {
  find_app anyhow
  if [ -n "$app" ]; then
    exec "$app" "$@" 3<&- 4<&- 5<&-
  else
    exec node "${here%/resources/linux}/tools/tokentray.mjs" "$@" 3<&- 4<&- 5<&-
  fi
}

if read_words "$@"; then
  if [ "$command" = watch ]; then
    if prepare_watch; then
      watch_total "$@"
      exit
    fi
  elif find_folder && { find_answer || find_answer; } && is_own_menu && tell_age; then
    # A reader that has enough is no mistake: the app says so too, and says what is when the output cannot be written.
    trap '' PIPE
    printf '%b%s%b\n' "$before" "$text" "$after" 2>/dev/null && exit "$code"
  fi
fi

run_app "$@"
