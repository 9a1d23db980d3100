// What `tokentray help` prints.

export const HELP = `Tokentray: what your crypto wallets are worth now, and what changed.

Usage
  tokentray                       start, and open the window
  tokentray COMMAND [options]

Commands that read the stored values; no running app, no request, no display.
Exit status 0 fresh, 1 error, 2 usage, 3 stale, 4 no data yet
  total | chains | tokens         what it is worth
  changes                         the move of the total, what made it, and what happened
  history                         the total over time
  export history|holdings|activity
                                  for other programs; refused while balances are hidden

Commands for the running app
  open | refresh | toggle | hide | show | pause | resume | quit
                                  toggle, hide and show are about balances

Other commands
  setup                           adds a key and wallets from JSON on standard input
  help | version

Options
  --format plain|json|csv         for commands that read; csv for history and export only,
                                  and no plain for export: there csv is the usual one
  --since 24h|7d|30d|poll|DATE    for changes; usually 24h. poll: what the last poll brought;
                                  DATE: 2026-11-22 or 2026-11-22T09:00, local time
  --range 1d|1w|1m|1y|all         for history; usually 1d
  --output FILE                   for export: a file instead of standard output
  --force                         for export: replaces a file that is there
  --user-data-dir=DIR             another profile
  --hidden                        start without a window
  --demo                          the demo portfolio, no key needed

In history and its export, each line tells what made the total since the line before: prices,
transfers, and recounted (what entered or left the count). The first line has no such split.
The values of exported holdings are what counts in the total, so that their sum is the total.
CSV has exact numbers and times in UTC; text that a spreadsheet would run begins with an apostrophe.`;
