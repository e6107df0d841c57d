/**
 * What a text says about impact (0: a wish, 3: the whole company) and urgency (0: any time, 3: now).
 * `calm` takes back what the same clause says about urgency; `over` means that nothing is left to do.
 */
export type Sign = {
  phrases: string
  impact?: number
  urgency?: number
  kind?: 'calm' | 'over'
  reason: string
}

/** Phrases are separated by commas. “*” stands for any ending. English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Japanese, Chinese. */
export const signs: Sign[] = [
  {
    phrases:
      "everyone, everybody, all users, all staff, all employees, all of us, all colleagues, whole company, whole office, whole team, whole floor, whole department, company-wide, company wide, entire office, entire team, entire department, entire company, nobody can, no one can, nobody in, nobody at, no one in, nobody gets, customers can't, customers cannot, customers are, customers can not, alle kollegen, alle mitarbeiter*, alle benutzer, niemand kann, niemand im, niemand kommt, keiner kann, ganze abteilung, ganze firma, ganze büro, ganze team, gesamte abteilung, gesamte firma, gesamte team, kunden können, tout le monde, plus personne, personne ne, tous les utilisateurs, tous les employés, toute l'équipe, tout le service, toute l'entreprise, les clients ne, todo el mundo, todos los usuarios, todos los empleados, nadie puede, toda la oficina, toda la empresa, todo el equipo, todo el departamento, los clientes no, todos os usuários, todos os utilizadores, todos os funcionários, ninguém consegue, toda a empresa, toda a equipe, toda a equipa, o escritório inteiro, todo o departamento, os clientes não, tutti gli utenti, tutti i colleghi, nessuno può, nessuno riesce, tutto il reparto, tutta l'azienda, tutto l'ufficio, tutto il team, i clienti non, iedereen, alle medewerkers, alle gebruikers, niemand kan, hele afdeling, hele bedrijf, hele kantoor, hele team, klanten kunnen, wszyscy, nikt nie, cała firma, cały dział, cały zespół, całe biuro, klienci nie, 全員, 全社, 社員全員, 誰も, 部署全体, 部全体, 顧客が, お客様が, 所有人, 全公司, 整个公司, 整个部门, 全部门, 大家都, 没有人能, 客户无法, 客户都",
    impact: 3,
    reason: 'many people are affected',
  },
  {
    phrases:
      'production down, production is down, prod down, prod is down, production outage, prod outage, production broken, production is broken, production offline, production is offline, outage, data loss, data breach, data leak, ransomware, security incident, security breach, site is down, website is down, shop is down, system is down, produktion steht, produktion ist ausgefallen, server ist ausgefallen, system ist ausgefallen, ausgefallen, totalausfall, datenverlust, datenleck, en panne générale, production est en panne, site est en panne, production en panne, production est arrêtée, perte de données, fuite de données, producción está caída, producción caída, producción está caído, se ha caído la, servidor caído, pérdida de datos, fuga de datos, produção parada, produção está parada, produção fora do ar, site fora do ar, tudo parado, está tudo parado, perda de dados, vazamento de dados, produzione è ferma, produzione ferma, è tutto fermo, sito è giù, perdita di dati, di produzione non risponde, productie ligt stil, ligt plat, datalek, dataverlies, produkcja stoi, system nie działa, awaria, awarii, awarię, utrata danych, wyciek danych, 本番環境が停止, 本番が停止, 本番環境がダウン, システム障害, 障害発生, サーバーダウン, サーバがダウン, データ消失, 情報漏洩, 情報漏えい, 生产环境宕机, 宕机, 系统瘫痪, 网站打不开, 数据丢失, 数据泄露, 勒索',
    impact: 3,
    urgency: 3,
    reason: 'an outage, or data or security at risk',
  },
  {
    phrases:
      'on fire, smoke, burning, burns, electric shock, flood, flooded, flooding, water is dripping, someone is hurt, injured, gas leak, es brennt, brennt, rauch, qualm, stromschlag, wasserschaden, verletzt, fumée, incendie, feu, brûle, inondation, blessé, humo, incendio, fuego, quema, inundación, herido, fumaça, fumo, incêndio, fogo, inundação, ferido, queimando, brucia, incendio, allagamento, ferito, scossa elettrica, rook, brand, brandt, overstroming, gewond, dym, pożar, pali się, zalanie, ranny, 煙, 火事, 燃え, 発火, 感電, 水漏れ, けが人, 冒烟, 着火, 起火, 烧焦, 漏水, 触电, 受伤',
    impact: 3,
    urgency: 3,
    reason: 'people or equipment in danger',
  },
  {
    phrases:
      "lose money, losing money, loses money, lost sales, lost revenue, charges customers, charged twice, charged customers, double charged, customers twice, payments fail, payment fails, card payments fail, checkout fails, cannot invoice, customers are leaving, verlieren geld, umsatzverlust, doppelt abgebucht, zahlungen schlagen fehl, kunden springen ab, perdons de l'argent, débité deux fois, paiements échouent, plus commander, perdemos dinero, perdiendo dinero, cobra dos veces, pagos fallan, estamos perdendo dinheiro, perdendo dinheiro, perder dinheiro, cobrado duas vezes, pagamentos falham, perdiamo soldi, addebitato due volte, pagamenti falliscono, verliezen geld, dubbel afgeschreven, betalingen mislukken, tracimy pieniądze, podwójnie obciąż*, płatności nie działają, 売上が, 損失, 二重請求, 決済できない, 決済ができない, 损失, 重复扣款, 无法付款, 支付失败",
    impact: 3,
    urgency: 3,
    reason: 'money is being lost',
  },
  {
    phrases:
      'phishing, malware, virus, hacked, stolen, lost my laptop, lost my phone, lost my device, lost laptop, lost phone, lost device, schadsoftware, gehackt, gestohlen, geklaut, laptop verloren, handy verloren, verdächtige e-mail, verdächtige mail, hameçonnage, piraté, volé, volée, virus, perdu mon portable, mail suspect, hackeado, hackeada, robaron, robado, robada, me han robado, correo sospechoso, roubado, roubada, roubaram, furtado, e-mail suspeito, hackerato, rubato, rubata, hanno rubato, mail sospetta, gestolen, verdachte mail, verdachte e-mail, zhakowan*, skradzion*, ukradli, wirus*, podejrzany mail, 不審なメール, フィッシング, ウイルス, 盗まれ, 盗難, 乗っ取られ, 钓鱼, 病毒, 被盗, 被偷, 被黑, 可疑邮件',
    impact: 2,
    urgency: 3,
    reason: 'security may be at risk',
  },
  {
    phrases:
      "our team, my team, several people, several users, several colleagues, multiple people, multiple users, the team, department, colleagues, unser team, mehrere kollegen, mehrere benutzer, abteilung, kollegen, notre équipe, plusieurs collègues, plusieurs utilisateurs, collègues, nuestro equipo, varios usuarios, varios compañeros, compañeros, departamento, nossa equipe, nossa equipa, vários usuários, colegas, il nostro team, diversi utenti, diversi colleghi, colleghi, ons team, meerdere collega's, meerdere gebruikers, afdeling, collega's, nasz zespół, kilka osób, kilku użytkowników, チーム全体, 複数の, 数名, 部署, 我们团队, 多个用户, 多位同事, 几个同事",
    impact: 2,
    reason: 'a team is affected',
  },
  {
    phrases:
      "can't work, cannot work, can not work, cant work, unable to work, blocked, blocking, blocker, can't log in, can't login, can't log, can't sign in, can't access, can't connect, cannot log in, cannot login, cannot log, cannot sign in, cannot access, cannot connect, locked out, account is locked, account locked, completely broken, completely down, does not start, doesn't start, doesnt start, does not boot, doesn't boot, does not turn on, doesn't turn on, will not turn on, won't turn on, won't start, will not start, dead, nicht arbeiten, kann nicht arbeiten, nicht anmelden, nicht einloggen, ausgesperrt, blockiert, konto gesperrt, gesperrt, startet nicht, geht nicht an, komplett kaputt, ne peux plus travailler, ne peux pas travailler, peux plus travailler, peux pas travailler, suis bloqué, suis bloquée, bloqué, bloquée, pas me connecter, plus me connecter, compte bloqué, ne démarre pas, ne démarre plus, ne s'allume pas, no puedo trabajar, no puedo entrar, no puedo acceder, no puedo iniciar sesión, no puedo conectarme, cuenta bloqueada, bloqueado, bloqueada, no arranca, no enciende, não consigo trabalhar, não consigo acessar, não consigo aceder, não consigo entrar, não consigo fazer login, não posso trabalhar, conta bloqueada, não inicia, non posso lavorare, non riesco a lavorare, non riesco ad accedere, non riesco a entrare, non posso accedere, account bloccato, bloccato, bloccata, non si accende, non si avvia, kan niet werken, niet inloggen, niet aanmelden, geblokkeerd, buitengesloten, start niet op, gaat niet aan, nie mogę pracować, nie mogę się zalogować, zalogować się nie mogę, konto zablokowane, zablokowane, zablokowany, nie uruchamia się, nie włącza się, 仕事ができ, 作業ができ, 業務ができ, ログインでき, アクセスでき, 起動しない, 起動しません, 電源が入ら, ロックされ, 无法工作, 不能工作, 没法工作, 无法登录, 登录不了, 登不上, 进不去, 被锁, 开不了机, 无法启动, 无法开机",
    impact: 2,
    urgency: 2,
    reason: 'somebody can not work',
  },
  {
    phrases:
      'urgent, urgently, asap, immediately, right now, emergency, critical, at once, dringend*, sofort, eilt, eilig, notfall, so schnell wie möglich, schnellstmöglich, urgence, urgente, immédiatement, tout de suite, au plus vite, dès que possible, urgentes, urgentemente, urgencia, inmediatamente, cuanto antes, lo antes posible, emergencia, urgência, imediatamente, o mais rápido possível, emergência, urgentemente, urgenza, subito, immediatamente, al più presto, emergenza, spoed, spoedeisend, onmiddellijk, meteen, zo snel mogelijk, noodgeval, pilne, pilny, pilna, pilnie, natychmiast, jak najszybciej, nagły, 至急, 緊急, 大至急, 今すぐ, 急いで, 早急, 紧急, 加急, 马上, 立刻, 尽快, 十万火急, 急！',
    urgency: 3,
    reason: 'asks for help at once',
  },
  {
    phrases:
      "today, in an hour, before noon, before tomorrow, by today, by tonight, by end of day, end of day, eod, deadline, meeting in, tomorrow, tonight, heute, morgen früh, bis morgen, ist morgen, in einer stunde, frist, aujourd'hui, ce soir, demain, dans une heure, échéance, hoy, mañana, esta noche, en una hora, fecha límite, hoje, amanhã, em uma hora, numa hora, prazo, oggi, domani, stasera, entro un'ora, tra un'ora, scadenza, vandaag, vanavond, morgen, binnen een uur, over een uur, dzisiaj, dziś, jutro, za godzinę, termin, 今日中, 本日中, 明日まで, 明日の, 一時間後, 1時間後, 締め切り, 締切, 今天, 明天, 今晚, 一小时内, 截止",
    urgency: 2,
    reason: 'a deadline is near',
  },
  {
    phrases:
      'workaround, work around, sometimes, occasionally, intermittent, intermittently, slow, slowly, now and then, manchmal, gelegentlich, ab und zu, langsam, parfois, de temps en temps, lent, lente, a veces, de vez en cuando, lento, lenta, às vezes, de vez em quando, a volte, ogni tanto, soms, af en toe, langzaam, traag, czasami, czasem, wolno, powoli, 時々, たまに, 遅い, 有时, 偶尔, 很慢',
    impact: 1,
    urgency: 1,
    reason: 'hindered, but there is a way around',
  },
  {
    phrases:
      "question, how do, how can, how to, would be nice, would like, wish, suggestion, feature request, when you have time, low priority, nice to have, when is, when will, frage, wie kann, wie geht, wie bekomme, wann gibt, wann kommt, wäre schön, hätte gern, hätte gerne, wunsch, vorschlag, comment faire, comment puis-je, comment demander, comment poser, comment obtenir, question, je voudrais, j'aimerais, quand est-ce, suggestion, cómo puedo, cómo se, pregunta, me gustaría, sugerencia, como posso, como faço, pergunta, gostaria, sugestão, come posso, come si fa, domanda, vorrei, mi piacerebbe, suggerimento, hoe kan, hoe vraag, hoe doe, vraag, ik wil graag, graag een, suggestie, jak mogę, jak złożyć, jak zrobić, pytanie, chciałbym, chciałabym, sugestia, 質問, 方法を教えて, どうすれば, 教えてください, 希望, 提案, 如何, 怎么, 请问, 建议, 咨询",
    impact: 0,
    urgency: 0,
    reason: 'a question or a wish',
  },
  {
    phrases:
      "no rush, no hurry, whenever you can, whenever you like, whenever you have, not urgent, isn't urgent, isnt urgent, no urgency, not blocking, nobody is blocked, no one is blocked, not blocked, can wait, take your time, eilt nicht, nicht eilig, nicht dringend, keine eile, hat zeit, kann warten, pas urgent, n'est pas urgent, pas d'urgence, rien d'urgent, pas pressé, quand vous pouvez, peut attendre, no es urgente, sin prisa, no corre prisa, cuando puedan, cuando puedas, puede esperar, não é urgente, sem pressa, sem urgência, quando puderem, quando puder, pode esperar, non è urgente, non urgente, senza fretta, nessuna fretta, quando possibile, quando potete, può aspettare, niet dringend, geen haast, geen spoed, niet urgent, kan wachten, wanneer het uitkomt, nie jest pilne, nie pilne, niepilne, bez pośpiechu, może poczekać, nie spieszy się, 急ぎではあり, 急ぎではない, 急ぎません, 急いでいません, 急いでいない, 緊急ではあり, 緊急ではない, お手すきの, お時間のある, 不急, 不着急, 不紧急, 不太急, 不是很急, 有空的时候, 方便的时候",
    impact: 0,
    urgency: 0,
    kind: 'calm',
    reason: 'it can wait',
  },
  {
    phrases:
      "solved, resolved, fixed itself, fixed now, is fixed, works again, working again, works now, is back, are back, back online, back up, can close, please close, no longer needed, never mind, nevermind, erledigt, gelöst, geht wieder, läuft wieder, funktioniert wieder, wieder da, behoben, résolu, c'est réglé, est réglé, remarche, fonctionne de nouveau, fonctionne à nouveau, est revenu, vous pouvez fermer, resuelto, solucionado, ya funciona, ya está arreglado, pueden cerrar, resolvido, já funciona, voltou a funcionar, podem fechar, risolto, funziona di nuovo, di nuovo online, potete chiudere, opgelost, werkt weer, doet het weer, mag dicht, rozwiązane, rozwiązany, już działa, działa ponownie, można zamknąć, 解決しました, 解決済み, 直りました, 復旧しました, 已解决, 已经解决, 解决了, 已恢复, 恢复正常, 修好了, 可以关闭",
    kind: 'over',
    reason: 'it says that it is solved',
  },
]

/** Words that turn what follows around. */
export const negations: ReadonlySet<string> = new Set(
  'not isn isnt wasn aren never no nothing without nobody nicht kein keine keinen nichts ohne pas rien aucun aucune sans no nada ningún sin não nada nenhum sem non niente nessun nessuna senza niet geen niets zonder nie bez żaden'.split(
    ' ',
  ),
)

/** Words that may stand between a negation and what it denies: “not very urgent”, but not “not working, urgent”. */
export const fillers: ReadonlySet<string> = new Set(
  'a t s is be been yet so very really too that all at particularly especially exactly super ist sehr so besonders wirklich noch est très si trop vraiment es está muy tan é está muito tão è molto così is erg zo heel echt jest bardzo aż jeszcze'.split(
    ' ',
  ),
)

/** Words after which “solved” is a wish or a condition. */
export const notYet: ReadonlySet<string> = new Set(
  'be been to until till unless if when once wenn bis falls sobald werden si quand jusqu cuando hasta quando se finché als tot jeśli kiedy need needs must'.split(
    ' ',
  ),
)
