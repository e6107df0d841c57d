/** Words that turn what follows around. */
export const negations: ReadonlySet<string> = new Set(
  'not don dont doesn isn isnt wasn aren never no nothing without nobody nicht kein keine keinen nichts ohne pas rien aucun aucune sans no nada ningún sin não nada nenhum sem non niente nessun nessuna senza niet geen niets zonder nie bez żaden'.split(
    ' ',
  ),
)
/** Words that may stand between a negation and what it denies: “not very urgent”, but not “not working, urgent”. */
export const fillers: ReadonlySet<string> = new Set(
  'a t s n is be been yet so very really too that all at particularly especially exactly super ist sehr so besonders wirklich noch est très si trop vraiment es está muy tan é está muito tão è molto così is erg zo heel echt jest bardzo aż jeszcze'.split(
    ' ',
  ),
)

/** Words after which “solved” is a wish or a condition. */
export const notYet: ReadonlySet<string> = new Set(
  'be been to until till unless if when once get getting make want wenn bis falls sobald werden si être quand jusqu cuando hasta ser sea quando seja se finché essere venga als tot jeśli kiedy być need needs must muss müssen soll'.split(
    ' ',
  ),
)
