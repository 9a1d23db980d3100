# Made by electron/tools/manual.mjs from the lists of commands and options.
function __tokentray_is
  set -l command ''
  set -l given 0
  set -l before ''
  set -l typed (commandline -opc)
  set -e typed[1]
  for word in $typed
    if contains -- "$before" --format --since --at --group --limit --range --output --separator --profile --user-data-dir
      set before ''
      continue
    end
    set before $word
    if string match -q -- '-*' $word
      continue
    end
    if test -n "$command"
      set given (math $given + 1)
    else if contains -- $word total chains tokens changes history doubts export watch mcp open refresh toggle hide show pause resume quit accept exclude doctor setup settings reset help version
      set command $word
    end
  end
  test "$command" = "$argv[1]"
  and begin
    test (count $argv) -lt 2
    or test $given -eq $argv[2]
  end
end
complete -c tokentray -f
complete -c tokentray -n '__tokentray_is ""' -a total -d 'what all wallets are worth'
complete -c tokentray -n '__tokentray_is ""' -a chains -d 'the value on each chain, largest first'
complete -c tokentray -n '__tokentray_is ""' -a tokens -d 'every holding, largest first over all wallets, and why one is not counted'
complete -c tokentray -n '__tokentray_is ""' -a changes -d 'how the total changed and why, and the activity, newest first'
complete -c tokentray -n '__tokentray_is ""' -a history -d 'the total over time'
complete -c tokentray -n '__tokentray_is ""' -a doubts -d 'changes that are being checked, and tokens that need your OK, with their ids'
complete -c tokentray -n '__tokentray_is ""' -a export -d 'a file for other programs; refused while balances are hidden'
complete -c tokentray -n '__tokentray_is ""' -a watch -d 'the total now, and a line each time it changes; on Linux'
complete -c tokentray -n '__tokentray_is ""' -a mcp -d 'serves the stored values to an assistant, read only, over the Model Context Protocol'
complete -c tokentray -n '__tokentray_is ""' -a open -d 'shows the window'
complete -c tokentray -n '__tokentray_is ""' -a refresh -d 'refreshes the balances now'
complete -c tokentray -n '__tokentray_is ""' -a toggle -d 'hides balances, or shows them again'
complete -c tokentray -n '__tokentray_is ""' -a hide -d 'hides balances everywhere'
complete -c tokentray -n '__tokentray_is ""' -a show -d 'shows balances again'
complete -c tokentray -n '__tokentray_is ""' -a pause -d 'stops polling for an hour, until tomorrow at 8, or until resumed (default)'
complete -c tokentray -n '__tokentray_is ""' -a resume -d 'resumes polling'
complete -c tokentray -n '__tokentray_is ""' -a quit -d 'ends the app'
complete -c tokentray -n '__tokentray_is ""' -a accept -d 'accepts a change in doubt, or includes a token; works without the running app too'
complete -c tokentray -n '__tokentray_is ""' -a exclude -d 'excludes a token, or the tokens of a doubt; works without the running app too'
complete -c tokentray -n '__tokentray_is ""' -a doctor -d 'checks key, clock, network, keychain, tray and files'
complete -c tokentray -n '__tokentray_is ""' -a setup -d 'adds a key and wallets from JSON on standard input'
complete -c tokentray -n '__tokentray_is ""' -a settings -d 'saves the settings to a file, or loads them from a file; never a secret'
complete -c tokentray -n '__tokentray_is ""' -a reset -d 'removes everything of the profile, the keys in the keychain too; needs --yes'
complete -c tokentray -n '__tokentray_is ""' -a help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is ""' -a version -d 'the version'
complete -c tokentray -n '__tokentray_is ""' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is ""' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is ""' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is ""' -l hidden -d 'starts without a window'
complete -c tokentray -n '__tokentray_is ""' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is ""' -l version -d 'the version'
complete -c tokentray -n '__tokentray_is total' -l format -x -a "plain\t'lines, with a tab between columns' json\t'exact numbers' waybar\t'a module of waybar' polybar\t'a module of polybar' xbar\t'a menu of xbar or SwiftBar'"
complete -c tokentray -n '__tokentray_is total' -l format -x -d 'output format; see each command'
complete -c tokentray -n '__tokentray_is total' -l at -x -d 'the balance of then: the last recorded one up to the end of that day, or up to a time such as 2026-12-31T18:00, local time'
complete -c tokentray -n '__tokentray_is total' -l group -x -d 'only the wallets of this group, as if they were all there are'
complete -c tokentray -n '__tokentray_is total' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is total' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is total' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is total' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is chains' -l format -x -a "plain\t'lines, with a tab between columns' json\t'exact numbers' waybar\t'a module of waybar' polybar\t'a module of polybar' xbar\t'a menu of xbar or SwiftBar'"
complete -c tokentray -n '__tokentray_is chains' -l format -x -d 'output format; see each command'
complete -c tokentray -n '__tokentray_is chains' -l at -x -d 'the balance of then: the last recorded one up to the end of that day, or up to a time such as 2026-12-31T18:00, local time'
complete -c tokentray -n '__tokentray_is chains' -l group -x -d 'only the wallets of this group, as if they were all there are'
complete -c tokentray -n '__tokentray_is chains' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is chains' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is chains' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is chains' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is tokens' -l format -x -a "plain\t'lines, with a tab between columns' json\t'exact numbers' waybar\t'a module of waybar' polybar\t'a module of polybar' xbar\t'a menu of xbar or SwiftBar'"
complete -c tokentray -n '__tokentray_is tokens' -l format -x -d 'output format; see each command'
complete -c tokentray -n '__tokentray_is tokens' -l at -x -d 'the balance of then: the last recorded one up to the end of that day, or up to a time such as 2026-12-31T18:00, local time'
complete -c tokentray -n '__tokentray_is tokens' -l group -x -d 'only the wallets of this group, as if they were all there are'
complete -c tokentray -n '__tokentray_is tokens' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is tokens' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is tokens' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is tokens' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is changes' -l format -x -a "plain\t'lines, with a tab between columns' json\t'exact numbers' waybar\t'a module of waybar' polybar\t'a module of polybar' xbar\t'a menu of xbar or SwiftBar'"
complete -c tokentray -n '__tokentray_is changes' -l format -x -d 'output format; see each command'
complete -c tokentray -n '__tokentray_is changes' -l since -x -a "24h\t'a day' 7d\t'a week' 30d\t'a month' poll\t'what the last poll brought' looked\t'since you looked last'"
complete -c tokentray -n '__tokentray_is changes' -l since -x -d 'start of the period; default 24h. poll: the changes of the last poll; looked: since the window or the menu was closed last; DATE: 2026-11-22 or 2026-11-22T09:00, local time'
complete -c tokentray -n '__tokentray_is changes' -l group -x -d 'only the wallets of this group, as if they were all there are'
complete -c tokentray -n '__tokentray_is changes' -l limit -x -d 'most entries of the activity to print, newest first; default 50'
complete -c tokentray -n '__tokentray_is changes' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is changes' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is changes' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is changes' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is history' -l format -x -a "plain\t'lines, with a tab between columns' json\t'exact numbers' csv\t'a table for spreadsheets' waybar\t'a module of waybar' polybar\t'a module of polybar' xbar\t'a menu of xbar or SwiftBar'"
complete -c tokentray -n '__tokentray_is history' -l format -x -d 'output format; see each command'
complete -c tokentray -n '__tokentray_is history' -l group -x -d 'only the wallets of this group, as if they were all there are'
complete -c tokentray -n '__tokentray_is history' -l range -x -a "1d\t'a day' 1w\t'a week' 1m\t'a month' 1y\t'a year' all\t'everything' looked\t'since you looked last'"
complete -c tokentray -n '__tokentray_is history' -l range -x -d 'how far back; default 1d. looked: since the window or the menu was closed last'
complete -c tokentray -n '__tokentray_is history' -l separator -x -a "comma\t'' semicolon\t'where numbers have a decimal comma' tab\t'TSV'"
complete -c tokentray -n '__tokentray_is history' -l separator -x -d 'separator between CSV columns; default comma'
complete -c tokentray -n '__tokentray_is history' -l decimal-comma -d 'CSV numbers as 1234,56; needs a semicolon or tab as the separator'
complete -c tokentray -n '__tokentray_is history' -l bom -d 'starts CSV with a byte order mark, so that Excel reads it as UTF-8'
complete -c tokentray -n '__tokentray_is history' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is history' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is history' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is history' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is doubts' -l format -x -a "plain\t'lines, with a tab between columns' json\t'exact numbers'"
complete -c tokentray -n '__tokentray_is doubts' -l format -x -d 'output format; see each command'
complete -c tokentray -n '__tokentray_is doubts' -l group -x -d 'only the wallets of this group, as if they were all there are'
complete -c tokentray -n '__tokentray_is doubts' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is doubts' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is doubts' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is doubts' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is export 0' -a 'history holdings activity'
complete -c tokentray -n '__tokentray_is export' -l format -x -a "csv\t'a table for spreadsheets' json\t'exact numbers'"
complete -c tokentray -n '__tokentray_is export' -l format -x -d 'output format; see each command'
complete -c tokentray -n '__tokentray_is export' -l at -x -d 'the balance of then: the last recorded one up to the end of that day, or up to a time such as 2026-12-31T18:00, local time'
complete -c tokentray -n '__tokentray_is export' -l group -x -d 'only the wallets of this group, as if they were all there are'
complete -c tokentray -n '__tokentray_is export' -l output -r -F -d 'writes to a file instead of standard output; a name that ends in .json makes it JSON'
complete -c tokentray -n '__tokentray_is export' -l separator -x -a "comma\t'' semicolon\t'where numbers have a decimal comma' tab\t'TSV'"
complete -c tokentray -n '__tokentray_is export' -l separator -x -d 'separator between CSV columns; default comma'
complete -c tokentray -n '__tokentray_is export' -l decimal-comma -d 'CSV numbers as 1234,56; needs a semicolon or tab as the separator'
complete -c tokentray -n '__tokentray_is export' -l bom -d 'starts CSV with a byte order mark, so that Excel reads it as UTF-8'
complete -c tokentray -n '__tokentray_is export' -l force -d 'replaces an existing file'
complete -c tokentray -n '__tokentray_is export' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is export' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is export' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is export' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is watch' -l format -x -a "plain\t'lines, with a tab between columns' jsonl\t'exact numbers, an object a line' waybar\t'a module of waybar' polybar\t'a module of polybar'"
complete -c tokentray -n '__tokentray_is watch' -l format -x -d 'output format; see each command'
complete -c tokentray -n '__tokentray_is watch' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is watch' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is watch' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is watch' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is mcp' -l addresses -d 'gives assistants addresses, account IDs, counterparties and names of the address book too'
complete -c tokentray -n '__tokentray_is mcp' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is mcp' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is mcp' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is mcp' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is open' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is open' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is open' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is open' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is refresh' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is refresh' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is refresh' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is refresh' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is toggle' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is toggle' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is toggle' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is toggle' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is hide' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is hide' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is hide' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is hide' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is show' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is show' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is show' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is show' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is pause 0' -a '1h tomorrow resumed'
complete -c tokentray -n '__tokentray_is pause' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is pause' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is pause' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is pause' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is resume' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is resume' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is resume' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is resume' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is quit' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is quit' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is quit' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is quit' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is accept 0' -a 'all'
complete -c tokentray -n '__tokentray_is accept' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is accept' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is accept' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is accept' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is exclude 0' -a 'all'
complete -c tokentray -n '__tokentray_is exclude' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is exclude' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is exclude' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is exclude' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is doctor' -l format -x -a "plain\t'lines, with a tab between columns' json\t'exact numbers'"
complete -c tokentray -n '__tokentray_is doctor' -l format -x -d 'output format; see each command'
complete -c tokentray -n '__tokentray_is doctor' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is doctor' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is doctor' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is doctor' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is setup' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is setup' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is setup' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is settings 0' -a 'export import'
complete -c tokentray -n '__tokentray_is settings 1' -F
complete -c tokentray -n '__tokentray_is settings' -l force -d 'replaces an existing file'
complete -c tokentray -n '__tokentray_is settings' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is settings' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is settings' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is reset' -l yes -d 'confirms that everything is to be removed'
complete -c tokentray -n '__tokentray_is reset' -l profile -x -d 'another profile: letters, digits, - and _, at most 40'
complete -c tokentray -n '__tokentray_is reset' -l user-data-dir -x -a '(__fish_complete_directories)' -d 'stores everything in this folder'
complete -c tokentray -n '__tokentray_is reset' -l demo -d 'the demo portfolio, no key needed'
complete -c tokentray -n '__tokentray_is reset' -l help -d 'this help, or the help of one command'
complete -c tokentray -n '__tokentray_is help 0' -a 'total chains tokens changes history doubts export watch mcp open refresh toggle hide show pause resume quit accept exclude doctor setup settings reset help version'
