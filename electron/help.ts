// What `tokentray help` prints.

export const HELP = `Tokentray: what your crypto wallets are worth now, and what changed.

Usage
  tokentray                       start, and open the window
  tokentray COMMAND [options]

Commands that read the stored values; no running app, no request, no display
  total | chains | tokens         exit status 0 fresh, 1 error, 2 usage, 3 stale, 4 no data yet

Commands for the running app
  open | refresh | toggle | hide | show | pause | resume | quit
                                  toggle, hide and show are about balances

Other commands
  setup                           adds a key and wallets from JSON on standard input
  help | version

Options
  --format plain|json             for commands that read
  --user-data-dir=DIR             another profile
  --hidden                        start without a window
  --demo                          the demo portfolio, no key needed`;
