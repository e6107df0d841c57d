import { devices } from './contexts.ts'
import type { Sign } from './sign.ts'

/** One person can’t work. */
export const cannotWork: Sign[] = [
  {
    phrases: {
      pt: 'não liga, não ligam',
    },
    onlyWith: {
      pt: 'computador portátil notebook laptop pc celular telemóvel',
    },
    impact: 2,
    urgency: 2,
    reason: 'somebody can not work',
  },
  {
    phrases: {
      de: 'nicht mehr an, garnicht mehr an',
    },
    unlessWith: devices,
    onlyWith: {
      de: 'geht springt schaltet',
    },
    impact: 2,
    urgency: 2,
    reason: 'somebody can not work',
  },
  {
    phrases: {
      en: "can't work, cannot work, can not work, cant work, unable to work, can't log in, can't login, can't log, can't sign in, can't access, can't connect, cannot log in, cannot login, cannot log, cannot sign in, cannot access, cannot connect, locked out, account is locked, account locked, completely broken, completely down, won't let me in, does not let me in, doesn't let me in, can't get into my office, am blocked, i'm blocked, im blocked, we are blocked, we're blocked, nothing i can do, can't do anything, cannot do anything, can not do anything, unable to do anything, can't do my job, can not do my job, cannot do my job, unable to do my job, standing still, at a standstill, is bricked, bricked, bluescreen on start",
      de: 'nicht arbeiten, kann nicht arbeiten, nicht anmelden, nicht einloggen, ausgesperrt, konto gesperrt, komplett kaputt, lässt mich nicht rein, lässt mich nicht hinein, sitze untätig, komme nicht ins büro, komme nicht ins gebäude, bin blockiert, kann nichts machen, kann gar nichts, kann nichts tun, kann nichts mehr, geht gar nicht mehr an, fährt nicht hoch, fährt nicht mehr hoch, komme nicht rein, komme nicht mehr rein, kann nicht weiterarbeiten, stillstand, untätig, kann nichts arbeiten, können nicht arbeiten',
      fr: "ne peux plus travailler, ne peux pas travailler, peux plus travailler, peux pas travailler, suis bloqué, suis bloquée, pas me connecter, plus me connecter, compte bloqué, ne me laisse pas entrer, strictement rien faire, ne peux pas entrer, peux plus entrer, peux rien faire, peux plus rien, impossible de travailler, impossible de me connecter, ne s'allume plus, faire absolument rien, sans pouvoir travailler, ne pouvons pas travailler, ne pouvons plus travailler",
      es: 'no puedo trabajar, no puedo entrar, no puedo acceder, no puedo iniciar sesión, no puedo conectarme, cuenta bloqueada, no me deja acceder, no puedo hacer nada, no me deja entrar, no puedo seguir trabajando, no puedo iniciar, hacer absolutamente nada, sin poder trabajar, no podemos trabajar',
      pt: 'não consigo trabalhar, não consigo acessar, não consigo aceder, não consigo entrar, não consigo fazer login, não posso trabalhar, conta bloqueada, não me deixa entrar, estou parado, estou parada, sem acesso a nada, não consigo entrar no, não consigo fazer nada, não dá para trabalhar, não consigo logar, não consigo iniciar sessão, fazer absolutamente nada, sem poder trabalhar, sem conseguir trabalhar, não conseguimos trabalhar',
      it: 'non posso lavorare, non riesco a lavorare, non riesco ad accedere, non riesco a entrare, non posso accedere, account bloccato, non mi fa entrare, non mi lascia entrare, braccia conserte, non riesco più ad entrare, non posso fare niente, non posso fare nulla, non riesco a fare niente, non riesco a fare nulla, non riesco ad entrare, non riesco ad accendere, non parte più, fare assolutamente nulla, fare assolutamente niente, senza poter lavorare, non possiamo lavorare, non riusciamo a lavorare',
      nl: 'kan niet werken, niet inloggen, niet aanmelden, buitengesloten, laat me niet binnen, laat mij niet binnen, kan niets doen, kan niks, kan niet verder werken, kom er niet in, kom er niet meer in, kan niet inloggen, kunnen niet werken, kan nergens bij, helemaal niks doen, helemaal niets doen',
      pl: 'nie mogę pracować, nie mogę się zalogować, zalogować się nie mogę, konto zablokowane, nie wpuszcza, siedzę bezczynnie, nic nie mogę zrobić, nie mogę nic, nie mogę wejść do systemu, nie włącza, nie mogę dalej pracować, nie możemy pracować',
      ja: '仕事ができ, 作業ができ, 業務ができ, ログインでき, アクセスでき, ロックされ, 何も進められ, 何もでき, 仕事になら, 起動できま',
      zh: '无法工作, 不能工作, 没法工作, 无法登录, 登录不了, 登不上, 进不去, 被锁, 进不了, 什么也干不了, 什么活也干不了, 没法干活, 什么都做不了, 不能登录, 无法启动, 登陆不了, 干不了活',
    },
    impact: 2,
    urgency: 2,
    reason: 'somebody can not work',
    mayBeQuoted: true,
  },
  {
    phrases: {
      en: "does not start, doesn't start, doesnt start",
    },
    unlessBefore: {
      en: 'the a an until',
    },
    unlessWith: devices,
    impact: 2,
    urgency: 2,
    reason: 'somebody can not work',
  },
  {
    phrases: {
      en: "does not boot, doesn't boot, does not turn on, doesn't turn on, will not turn on, won't turn on, won't start, will not start",
      de: 'startet nicht, geht nicht an, geht nicht mehr an, geht gar nicht mehr an, startet nicht mehr',
      fr: "ne démarre pas, ne démarre plus, ne s'allume pas",
      es: 'no arranca, no enciende',
      pt: 'não inicia',
      it: 'non si accende, non si avvia',
      nl: 'start niet op, gaat niet aan',
      pl: 'nie uruchamia się, nie włącza się',
      ja: '起動しない, 起動しません, 電源が入ら',
      zh: '开不了机, 无法启动, 无法开机',
    },
    unlessWith: devices,
    impact: 2,
    urgency: 2,
    reason: 'somebody can not work',
  },
  {
    phrases: {
      en: 'blocked, blocking, blocker',
      de: 'blockiert, gesperrt',
      fr: 'bloqué, bloquée',
      es: 'bloqueado, bloqueada',
      pt: 'bloqueado, bloqueada',
      it: 'bloccato, bloccata',
      nl: 'geblokkeerd',
      pl: 'zablokowane, zablokowany, zablokowana',
    },
    onlyWith: {
      en: 'account accounts user users card sim login us me work release team everyone everybody colleagues deployment totally completely',
      de: 'konto account benutzer karte zugang login bin sind uns mich arbeit',
      fr: 'compte carte utilisateur accès suis sommes nous travail',
      es: 'cuenta tarjeta usuario acceso estoy estamos trabajo',
      pt: 'conta cartão usuário utilizador acesso estou estamos trabalho',
      it: 'account utente carta accesso sono siamo lavoro conto',
      nl: 'account kaart gebruiker toegang ben ons werk',
      pl: 'konto karta użytkownik dostęp jestem jesteśmy',
    },
    impact: 2,
    urgency: 2,
    reason: 'somebody can not work',
    mayBeQuoted: true,
  },
  {
    phrases: {
      en: "can't get in, cannot get in, can not get in",
    },
    unlessBefore: {
      en: 'touch',
    },
    impact: 2,
    urgency: 2,
    reason: 'somebody can not work',
  },
  {
    phrases: {
      en: 'dead',
    },
    unlessAfter: {
      en: 'link links url urls page pages branch code feature project',
    },
    unlessBefore: {
      en: 'link links pixel pixels spot spots zone zones code store stores letter letters end ends url urls page pages branch',
    },
    impact: 2,
    urgency: 2,
    reason: 'somebody can not work',
  },
]
