/**
 * What the words of a reply say, in one language. Phrases are separated by commas; "*" stands for any ending, and "[a|b]" for
 * either word. Case, accents and commas between words don't count.
 */
export type ReplyWords = {
  /** somebody says thank you */
  thanks: string
  /** somebody takes note, or is glad */
  glad: string
  /** it works again */
  solved: string
  /** says nothing by itself */
  filler: string
  /** an objection, a question, a request, or something that is wrong */
  against: string
}

/** Understood within every language. */
const everywhere: ReplyWords = {
  thanks: 'thanks, thank you, thank u, thx, thks, tks, tnx, ty, tysm, merci, mersi',
  glad: 'ok, okay, okey, oki, okie, okej, k, kk, super, perfect, perfekt, top, cool, bravo, great, prima',
  solved: '',
  filler: 'xd, haha, hehe, lol, ciao, hi, hello, team, support, it',
  against: '',
}

const english: ReplyWords = {
  thanks: `thank, thankyou, thank ya, thnx, thanx, thankx, tyvm, cheers, ta, much obliged, appreciated, appreciate, i appreciate, grateful,
    you rock, you're the best, you are the best, kudos, lifesaver, life saver, saved my day, made my day, can't thank you enough`,
  glad: `alright, all right, awesome, nice*, excellent, brilliant, fantastic, wonderful, amazing, lovely, sweet, good, well done, stuff,
    yes, yep, yeah, yup, yay, hooray, hurray, woohoo, wow, phew, got it, gotcha, noted, understood, roger, will do, sounds good, fine, all good,
    all set, all clear, we're good, i'm good, good to go, that's all, done, happy, glad, love it, perfectly, no worries, no problem, no problems,
    not a problem, no issue, no issues, no more problems, no more issues, no more errors, no errors, no further questions, no stress, no hurry,
    no rush, nothing else, nothing more, np, you're welcome, you are welcome, my bad, my mistake, never mind, nevermind`,
  solved: `[solving|resolving|fixing|solved|resolved|fixed] [the|my|this|that|our|these] [problem|problems|issue|issues|bug|bugs|error|errors],
    [problem|issue|bug|error] [is|was|has been|is now] [solved|resolved|fixed|gone], works, working, worked, it does, that did, did it, did the trick, doing the trick, solved, resolved, fixed, problem solved, issue solved, issue resolved,
    problem resolved, problem fixed, issue fixed, bug fixed, error fixed, error gone, error is gone, problem is gone, sorted, helped, helps, it's back, back to normal,
    like a charm, as expected, up and running, running again, i'm in, can log in, can sign in, can print, can access, can open, able to log in, able to print, able to sign in,
    close it, close this, close the ticket, please close, be closed, solves it, fixes it, that's it, that was it, no longer happens, no longer fails, never better,
    doesn't happen anymore, was down, was broken, solved the problem, solved the issue, solved my problem, solved my issue, fixed the problem, fixed the issue, fixed my issue, fixed my problem`,
  filler: `a, an, the, this, that, that's, these, those, it's, its, is, was, are, were, be, been, has, have, had, i, i'm, i've, i'd, we, we've, we're, me, my, us, our,
    you, you've, you're, your, u, ur, he, she, they, them, for, to, of, in, on, at, by, with, from, and, or, so, as, all, everything, everyone, everybody, guys, folks, both,
    again, now, here, there, just, really, very, much, many, big, huge, lot, lots, million, ton, tons, bunch, more than, too, indeed, quick, quickly, fast, speedy, prompt, promptly, swift,
    kind, kindly, help, helping, helpful, supporting, assistance, assisting, work, job, response, responding, reply, answer, answers, answering, feedback, update, info, information, time, effort, efforts, trick, mate, man, dude, buddy, rock, closing, better, much better, will, i'll, check, test, tomorrow, soon,
    fix, fixing, solving, resolving, solution, looking, look, into, taking care, sorting, handling, getting back, getting, clearing up, explaining, explanation, explanations, letting, let, know, patience,
    today, yesterday, finally, always, totally, absolutely, completely, well, out, up, oh, ah, ha, enough, being, such, what, how, 4, dear, sir, madam, mr, mrs, ms, dr, prof, service, can, able, truly, greatly,
    hey, hiya, good morning, good afternoon, good evening, morning, evening, regards, best, warm, sincerely, yours, bye, see you, later, day, one, weekend, nice day, good day, take care, greetings, perfect now, some`,
  against: `no, not, error, bug, but, however, though, although, yet, still, nope, none, nothing, never, cannot, can't, cant, couldn't, couldnt, don't, dont, doesn't, doesnt, didn't, didnt, isn't, isnt,
    won't, wont, wasn't, wasnt, aren't, arent, wouldn't, hasn't, haven't, unfortunately, sadly, except, unless, until, instead, otherwise, also, another, other, one more, question*, fail*, errors,
    broke, broken, breaks, break, crash*, problem*, issue*, bugs, wrong, bad, worse, worst, dead, down, slow*, stuck, missing, lost, same, useless, terrible, awful, disappoint*, joke, kidding, ridiculous, annoying,
    please, pls, plz, need*, want*, wait*, when, why, where, who, which, could you, can you, would you, will you, in advance, reopen, re-open, try, trying, happens, happened, happening, stopped, stops, burn*,
    hang*, freez*, frozen, empty, blank, kind of, kinda, sort of, sorta, almost, nearly, partly, partially, half, sometimes, often, occasionally, if, whether, only, without, back again`,
}

const german: ReplyWords = {
  thanks: `danke*, dank, dank dir, bedanke mich, bedanke, dankbar*, dankend, vergelt's gott`,
  glad: `klasse, spitze, toll*, genial*, wunderbar*, hervorragend, einwandfrei, ausgezeichnet, fein, gut, sehr gut, alles gut, alles klar, alles bestens, bestens, passt, passt so, verstanden,
    erledigt, kein problem, keine probleme, keine probleme mehr, kein problem mehr, kein fehler mehr, keine fehler mehr, kein thema, alles ok, alles in ordnung, freut mich, mega, hammer, stark, ja, jap, jo, jup, nice`,
  solved: `[problem|fehler] [ist|wurde|war|ist jetzt] [gelost|behoben|weg], losung des problems, losung meines problems, funktioniert*, geht, gehts, geht's, lauft, klappt, hat geklappt, geklappt, gelost, behoben, problem gelost, hat geholfen, geholfen, tut wieder, tut jetzt, wieder da,
    kann geschlossen werden, konnt ihr schliessen, kannst du schliessen, konnen sie schliessen, fehler ist weg, fehler weg, problem ist weg, problem behoben, fehler behoben`,
  filler: `ich, wir, euch, dir, ihnen, dich, mir, mich, uns, ihr, sie, du, das, die, der, dem, den, des, es, ist, war, hat, habe, haben, bin, euer*, dein*, ihre*, ihren, eure*, fur, fuer, und, auch, sehr, viel*, herzlich*, besten, beste,
    tausend, lieben, schon, schonen, schones, vielmals, nochmal, nochmals, schonmal, noch einmal, noch mal, noch, alles, alle, allen, jetzt, nun, so, wieder, schnell*, prompte*, rasche*, gute*, nette*, hilfe, hilfsbereitschaft,
    unterstutzung, antwort*, ruckmeldung, losung, arbeit, einsatz, muhe, bemuhung*, zusammen, leute, herr, frau, liebe*, hallo, moin, servus, morgen, tag, mal, doch, echt, wirklich, mit, von, vom, im, in, am, an, zu, zur, zum, fur's, furs, hey, na, dann, also,
    gruss*, gruesse, lg, vg, mfg, bg, freundliche*, abend, wochenende, feierabend, bis bald, tschuss, tschau, einen, eine, ein, erst, heute, endlich, super schnell, perfekte*, tolle*, problemlos, reibungslos, bis, damit`,
  against: `aber, jedoch, allerdings, trotzdem, dennoch, leider, immer noch, noch immer, noch nicht, nicht, nich, nix, nichts, kein*, niemand, nein, nee, ausser, weder, nur, sondern, ohne, fehl*, defekt*, kaputt*, problem*,
    absturz*, sturzt, hangt, falsch*, weg, frage*, bitte, brauch*, wann, warum, wieso, wo, wer, wie, welche*, ob, wenn, falls, im voraus, vorab, schlecht*, langsam*, teilweise, manchmal, brennt, leer*, dasselbe, gleiche*, noch eine, noch ein, ausserdem, zusatzlich`,
}

const french: ReplyWords = {
  thanks: `encore merci, merci encore, remercie*, remerciement*, mercii, reconnaissant*`,
  glad: `parfait*, genial*, nickel, impeccable, impec, excellent*, formidable, c'est bon, c'est note, bien recu, bien compris, d'accord, compris, entendu, note, pas de probleme, pas de souci, plus de probleme,
    plus aucun probleme, plus d'erreur, plus de souci, aucun probleme, sans probleme, au top, chapeau, extra, oui, cool, tout est ok, tout va bien, tres bien, ouf`,
  solved: `probleme [est|a ete|est maintenant] [resolu|regle|corrige], avoir [resolu|regle] [le|mon|ce] probleme, marche, fonctionne, remarche, refonctionne, resolu*, regle*, repare*, ca a marche, a marche, a fonctionne, probleme resolu, probleme regle, pouvez fermer, pouvez cloturer, peux fermer, c'est bon maintenant`,
  filler: `beaucoup, bien, infiniment, mille, fois, tout, tous, toute, toutes, le, la, les, l'equipe, l'aide, l'intervention, pour, de, du, des, votre, vos, ton, ta, tes, aide, rapide*, rapidement, vite, reponse, reactivite, intervention, travail, et, a, au, aux,
    je, on, vous, te, t', m', nous, maintenant, a nouveau, de nouveau, c'est, ca, cela, est, cette, ce, tres, vraiment, bonjour, bonsoir, salut, coucou, bonne, bon, journee, soiree, week-end, weekend, cordialement, bientot, monsieur, madame, equipe, toi, moi, d', l',
    gentil*, gentiment, grand, grands, mes, sinceres, un, une, merveilleux, tellement, enfin, super rapide, que, avoir, fait, aujourd'hui, qui`,
  against: `mais, cependant, toutefois, pourtant, toujours, pas, encore, rien, jamais, non, aucun*, sans, malheureusement, helas, sauf, erreur*, probleme*, panne*, casse*, bloque*, plante*, faux, question*, svp, s'il vous plait, s'il te plait, stp, quand, pourquoi,
    comment, ou, si, d'avance, par avance, a l'avance, seulement, parfois, vide*, lent*, meme, besoin, idem, autre*, aussi, presque, encore un, encore une`,
}

const spanish: ReplyWords = {
  thanks: `gracias, gracia, otra vez gracias, gracias otra vez, agradezco, agradecid*, agradecemos, agradecerles, agradecerte`,
  glad: `vale, perfecto, perfecta, genial*, estupendo, excelente, fantastico, maravilloso, bien, muy bien, todo bien, entendido, de acuerdo, listo, sin problema, sin problemas, ningun problema, no hay problema,
    ya no hay problema, ya no hay problemas, ya no hay errores, ya no da error, no hay de que, buenisimo, que bien, si, claro, todo correcto`,
  solved: `[resolver|solucionar|resolvernos] [el|mi|este] problema, [el|mi] problema [esta|fue|quedo] [resuelto|solucionado], funciona*, funciono, resuelt*, solucionad*, arreglad*, problema resuelto, problema solucionado, error resuelto, pueden cerrar, puede cerrar, puedes cerrar, ya quedo, ya esta, va bien, ya va`,
  filler: `muchas, muchisimas, mil, por, su, tu, vuestr*, la, el, lo, los, las, ayuda, rapid*, respuesta, soporte, atencion, apoyo, todo, todos, todas, de nuevo, y, muy, ahora, ya, le, les, te, os, es, esta, un, una, hola, buenos, buenas, dias, tardes, noches, saludos,
    cordiales, saludo, buen, dia, fin de semana, abrazo*, equipo, amable*, solucion, trabajo, bueno, con, de, en, a, al, mucho, tan, super, gran, grande, que, para, correctamente, perfectamente, ha, han, me, nos, se, hoy, perfecto ahora, tengan, tengas`,
  against: `pero, sin embargo, aunque, todavia, aun, sigue*, siguen, nada, nunca, ningun*, sin, lamentablemente, desgraciadamente, excepto, error*, problema*, falla*, fallo*, roto, rota, mal, pregunta*, por favor, porfa, favor, cuando, por que, porque, como, donde,
    de antemano, por adelantado, otro, otra, otra vez, solo, tampoco, tambien, a veces, casi, lento, lenta, mismo, misma, necesit*, dejo, hace falta, se cae`,
}

const portuguese: ReplyWords = {
  thanks: `obrigad*, obg, obgd, brigad*, valeu, vlw, agradec*, grato, grata, muito grato`,
  glad: `perfeit*, otim*, excelente, maravilha, beleza, blz, show, legal, otimo trabalho, tudo bem, tudo certo, tudo ok, entendi, entendido, certo, combinado, sem problema, sem problemas, nao ha problema, sem erros, fixe, impecavel, muito bem, muito bom, bom, boa, sim, massa`,
  solved: `funcion*, voltou, resolvid*, resolveu, solucionad*, deu certo, problema resolvido, pode fechar, podem fechar, ja funciona, ja esta, consegui, arrumad*`,
  filler: `muito, muita, muitissimo, mesmo, pela, pelo, pelas, pelos, por, sua, seu, vossa, vosso, tua, ajuda, atencao, apoio, resposta, suporte, rapid*, rapidez, tudo, todos, agora, e, o, a, os, as, de, do, da, novo, novamente, ola, oi, dia, tarde, noite, abraco*, abs, att, cumprimentos,
    atenciosamente, fim de semana, equipa, equipe, pessoal, ja, isso, esta, foi, um, uma, que, super, tao, te, lhe, aos, gente, gentileza, com, trabalho, mais uma vez, normalmente, perfeitamente, hoje`,
  against: `mas, porem, contudo, entretanto, ainda, continua*, nao, nada, nunca, nenhum*, sem, infelizmente, exceto, erro*, problema*, falha*, quebr*, ruim, pergunta*, duvida*, por favor, quando, por que, porque, como, onde, desde ja, antecipad*, outro, outra, tambem,
    as vezes, quase, lento, lenta, mesmo erro, preciso, parou, travou, trava`,
}

const italian: ReplyWords = {
  thanks: `grazie, ancora grazie, grazie ancora, ringrazi*, ringraziamenti, riconoscente, grz`,
  glad: `perfett*, ottim*, eccellente, fantastico, bene, va bene, tutto bene, tutto a posto, a posto, tutto ok, capito, d'accordo, certo, nessun problema, non c'e problema, bravissimi, bravissimo, bravi, si, benissimo, chiaro`,
  solved: `[aver|avermi] risolto [il|questo] problema, problema [e|e stato] risolto, funziona*, funzionato, risolt*, sistemat*, problema risolto, potete chiudere, puoi chiudere, puo chiudere, va ora, ora va, adesso va`,
  filler: `mille, tante, molte, infinite, tanto, davvero, molto, per, il, lo, la, i, gli, le, l', vi, ti, la, tuo, tua, vostr*, suo, sua, aiuto, l'aiuto, assistenza, l'assistenza, supporto, risposta, veloc*, rapid*, tutto, tutti, a, di, del, della, dell', e, ora, adesso, buongiorno,
    buonasera, salve, saluti, cordiali, buona, buon, giornata, serata, lavoro, weekend, gentil*, gentilissim*, sei, siete, un, una, ha, hanno, avete, hai, cuore, di nuovo, perfettamente, oggi, cosi, avermi, aver, aiutato`,
  against: `ma, pero, pero', tuttavia, ancora, sempre, non, niente, nulla, mai, nessun*, senza, purtroppo, tranne, errore, errori, problem*, guast*, rott*, male, domanda, domande, per favore, per cortesia, quando, perche, come mai, come, dove, in anticipo, anticipatamente, altro, altra, solo, anche, a volte, quasi, lent*, stesso, stessa, bisogno`,
}

const dutch: ReplyWords = {
  thanks: `dank, dank je, dankjewel, dankuwel, dank je wel, dank u wel, bedankt, thnks, dankje`,
  glad: `geweldig, mooi, fijn, goed, heel goed, helemaal goed, begrepen, duidelijk, akkoord, geen probleem, geen problemen, geen problemen meer, geen fouten meer, tof, lief, uitstekend, ja, helder, gelukkig, graag gedaan`,
  solved: `werkt, doet het, gelukt, opgelost, probleem opgelost, probleem is opgelost, mag dicht, kan dicht, mag gesloten worden, kan gesloten worden, prima opgelost, perfect opgelost`,
  filler: `heel, erg, zeer, hartelijk*, veel, voor, de, het, een, jullie, je, jouw, u, uw, wel, hulp, snelle, snel, reactie, antwoord, ondersteuning, allemaal, nogmaals, nu, weer, dit, dat, en, ook, is, alles, hoi, hallo, dag, goedemorgen, goedemiddag, groet*, groetjes, met, vriendelijke, mvg, fijne, weekend, avond,
    iedereen, hele, te, service, ik, wij, we, mij, ons, duizendmaal, zo, van, zijn, hebben, inmiddels, helpen`,
  against: `maar, echter, toch, nog, nog steeds, niet, niks, niets, nooit, geen, nee, helaas, behalve, zonder, fout*, probleem*, problemen, kapot, stuk, defect, verkeerd, vraag, vragen, alsjeblieft, alstublieft, aub, svp, graag, wanneer, waarom, waar, bij voorbaat, alvast, andere, alleen, soms, bijna, traag, zelfde, nodig, ook nog, wacht`,
}

const polish: ReplyWords = {
  thanks: `dzieki, dziekuj*, dzienki, dzk, dzieks, podziekowania, wdzieczn*`,
  glad: `swietnie, swietna, doskonale, idealnie, fajnie, ekstra, dobrze, bardzo dobrze, jasne, rozumiem, nie ma problemu, nie ma sprawy, bez problemu, bez problemow, nie ma juz bledow, git, gites, wspaniale, tak, rewelacja, zrozumialem`,
  solved: `znowu dziala, znow dziala, dziala, dzialaja, zadzialalo, rozwiazan*, naprawion*, problem rozwiazany, pomoglo, mozna zamknac, mozecie zamknac, udalo sie`,
  filler: `bardzo, wielkie, serdecznie, serdeczne, za, pomoc, szybka, szybko, odpowiedz, wsparcie, wszystko, wszystkim, jeszcze raz, teraz, juz, to, i, w, z, ze, czesc, hej, dzien dobry, pozdrawiam, pozdrowienia, milego, dnia, weekendu, panie, pani, panstwu, ci, wam, sie, reakcje, naprawe, na, naprawde, znowu, znow, prace, dobra robota, mi, poprawnie`,
  against: `ale, jednak, niestety, nadal, wciaz, ciagle, jeszcze, nie, nic, nigdy, brak, bez, oprocz, blad*, bled*, problem*, awari*, zepsut*, zle, pytanie, pytania, prosze, kiedy, dlaczego, czemu, gdzie, czy, z gory, inny, inna, tylko, czasem, czasami, prawie, wolno, to samo, potrzeb*, dalej, tez`,
}

const turkish: ReplyWords = {
  thanks: `tesekkur*, tsk, sagol*, sag ol, sag olun, eyvallah, elinize saglik, ellerinize saglik, mutesekkir*`,
  glad: `harika, mukemmel, tamam, tamamdir, peki, anladim, guzel, sorun yok, problem yok, sorun kalmadi, hata kalmadi, iyi, olur, evet, anlasildi, superdi, supersiniz`,
  solved: `calisiyor, calisti, cozuldu, duzeldi, sorun cozuldu, sorunum cozuldu, oldu, hallettik, halloldu, hallettiniz, kapatabilirsiniz, ise yaradi`,
  filler: `cok, icin, yardim*, destek*, desteg*, hizli, cevap, cevabiniz*, ilgi*, her sey, herkese, tekrar, tekrardan, simdi, ve, bu, merhaba, selam, gunaydin, gunler, calismalar, aksamlar, kolay gelsin, saygi*, selamlar, bey, hanim, size, sana, ederim, ederiz, ediyorum, gercekten, artik, bir, binlerce, su an, sorunsuz`,
  against: `ama, ancak, fakat, lakin, yine de, maalesef, ne yazik ki, hala, halen, henuz, degil, yok, hayir, olmadi, olmuyor, calismiyor, calismadi, acilmiyor, gelmiyor, gitmiyor, hata*, sorun*, problem*, ariza*, bozuk, bozuldu, yanlis, soru, lutfen, ne zaman, neden, nicin, nerede, simdiden, baska, sadece, bazen, yavas, ayni, lazim, gerek, yine, mi, mu`,
}

const slavic: ReplyWords = {
  thanks: `спасиб*, благодар*, спс, пасиб*, дякую, дякуємо, спасибі, dekuj*, diky, dakuj*, vd'aka, hvala*, tesime`,
  glad: `хорошо, отлично, супер, ок, окей, понял*, понятно, ясно, прекрасно, здорово, класс, нет проблем, без проблем, чудово, добре, зрозуміло, да, так, vyborne, skvele, dobre, jasne, ano`,
  solved: `опять работает, снова работает, работает, заработал*, решен*, помогло, починил*, получилось, працює, запрацювало, вирішено, проблема решена, funguje, vyreseno, radi`,
  filler: `большое, огромное, вам, тебе, за, помощь, быстр*, ответ, все, всем, еще раз, очень, теперь, снова, и, это, привет, здравствуйте, добрый день, с уважением, хорошего дня, дуже, велике, допомогу, вже, тепер, moc, mockrat, pomoc, rychl*, uz, ted, vam, lepa, za`,
  against: `но, однако, хотя, до сих пор, не, нет, ничего, никогда, без, кроме, к сожалению, ошибк*, проблем*, сломал*, плохо, вопрос*, пожалуйста, когда, почему, где, заранее, другой, только, иногда, медленно, тоже, опять, але, проте, досі, ще, ні, помилк*, на жаль, зламал*, коли, чому, bohuzel, porad, stale, ale, nefunguje, chyb*, nejde, ne, ali`,
}

const nordic: ReplyWords = {
  thanks: `tack*, tak, takk, tusen takk, mange tak, mange takk, stort tack, kiitos*, kiitti, takker`,
  glad: `bra, fint, perfekt, toppen, kanon, uppfattat, inga problem, intet problem, fedt, flott, greit, topp, hienoa, hyva, selva, ja, jo, loistavaa`,
  solved: `fungerar, funkar, lost, virker, fungerer, fikset, fixat, toimii, ratkesi, lost sig`,
  filler: `sa, mycket, hjalpen, hjalp, hjaelpen, hjaelp, hjelpen, hjelp, for, den, det, er, ar, nu, na, alla, alle, igen, igjen, hej, hei, hilsen, mvh, halsningar, snabb*, hurtig*, rask*, stort, stor, tusen, mange, paljon, avusta, kaikesta, terveisin, nyt, dere, dig, deg, er, din, i, og, och, med, den fina`,
  against: `men, dock, inte, ikke, ikkje, ej, aldrig, aldri, ingen, inget, fortfarande, stadig, fortsatt, tyvarr, desvaerre, dessverre, fel, fejl, feil, problem, fraga, sporgsmal, pa forhand, forhand, mutta, ei, eivat, edelleen, vielakaan, virhe, valitettavasti`,
}

const others: ReplyWords = {
  thanks: `koszonom*, koszi*, koszonjuk, multumesc*, ευχαριστ*, תודה*, شكرا*, terima kasih, makasih, salamat, cam on, धन्यवाद, शुक्रिया`,
  glad: `remek, szuper, rendben, minunat, ωραια, τελεια, מעולה, סבבה, ممتاز, تمام, baik, bagus, tot, ठीक है`,
  solved: `mukodik, megoldodott, functioneaza, merge, s-a rezolvat, λειτουργει, עובד, עובד עכשיו, يعمل, sudah bisa, berhasil`,
  filler: `szepen, nagyon, segitseget, a, az, mar, mult, pentru, ajutor, foarte, acum, πολυ, την, βοηθεια, τωρα, רבה, על, העזרה, עכשיו, جزيلا, على, المساعدة, الان, banyak, atas, bantuannya, bantuan, lam, nhieu, ban, rat, बहुत`,
  against: `de, nem, meg mindig, sajnos, hiba*, dar, nu, inca, din pacate, eroare, αλλα, δεν, ακομα, אבל, לא, עדיין, لكن, لا, لم, ما زال, مازال, tapi, tidak, belum, masih, nhung, khong, van, लेकिन, नहीं`,
}

/** Their words stand together, so any part of the text may be one. */
const eastAsian: ReplyWords = {
  thanks: `ありがとう, 有難う, 有り難う, 感謝, 助かり, サンキュー, お疲れ様, 谢谢, 謝謝, 多谢, 多謝, 感谢, 辛苦了, 谢了, 감사, 고맙, 고마워, 수고하셨, 수고하세요, 수고 많으셨, 땡큐, ขอบคุณ, ขอบใจ`,
  glad: `了解, 承知, わかりました, 分かりました, 大丈夫です, 問題ありません, 問題ないです, 問題なく, エラーも出ません, 完璧, 最高, 素晴らしい, よかった, 良かった, はい, オーケー, 好的, 好了, 好, 收到, 明白, 知道了, 太好了, 太棒了, 很好, 完美, 不客气, 不客氣, 没问题, 沒問題, 没有问题, 可以了, 行,
    네, 넵, 예, 알겠, 확인했, 좋습니다, 좋아요, 좋네요, 최고, 완벽, 문제없, 문제 없, เยี่ยม, ดีมาก, โอเค`,
  solved: `問題は解決, 問題が解決, 解決, 直りました, 治りました, 動きました, 動くようになりました, 動いて, 使えました, 使えるようになりました, 使えます, できました, 出来ました, うまくいきました, 问题解决了, 问题已解决, 問題解決了, 解决, 搞定了, 搞定, 好用了, 能用了, 可以用了, 正常了, 修好了, 恢复了,
    문제가 해결, 해결, 잘 되, 잘되, 잘 돼, 잘돼, 잘 됩, 잘됩, 됐습니다, 됐어요, 되었습니다, 됩니다, 작동합니다, ใช้ได้แล้ว, แก้ได้แล้ว`,
  filler: `無事, おかげさま, おかげ, 早速, 早急, 迅速, ご対応, 対応, お手数をおかけし, お手数, ご協力, ご支援, サポート, 返信, ご連絡, 連絡, 今後とも, よろしくお願いいたします, よろしくお願いします, よろしくお願い致します, 宜しくお願いします, 宜しくお願い致します, よろしく, 本当, 大変, どうも, とても, すごく,
    いただき, いただい, 頂き, くれて, くださり, ください, ござい, ました, まして, ます, お世話になっております, お世話になりました, こんにちは, おはよう, もう, これ, 今, すぐ, いたし, 致し, しました, して, し, です, でした, ね, よ, さん, 様, の, に, を, は, も, て, で, と, な, 和, 您, 你, 们, 大家, 非常, 太, 很, 真, 帮助, 帮忙, 支持, 及时, 快速, 回复,
    解答, 现在, 已经, 已, 了, 啦, 啊, 哦, 的, 我, 都, 这么, 快, 处理, 老师, 先生, 小姐, 정말, 진짜, 너무, 많이, 대단히, 매우, 빠른, 빨리, 도움, 도와, 답변, 지원, 대응, 처리, 덕분에, 이제, 지금, 잘, 안녕하세요, 안녕하십니까, 모두, 다들, 다, 주셔서, 줘서, 주신, 합니다, 해요, 드립니다, 드려요, 습니다, 입니다, 어요, 네요, 었, 됐, 되, 님, 씨, 이, 가, 을, 를, 은, 는, 해, 요, 니다,
    ครับ, ค่ะ, คะ, มาก, นะ, ช่วยเหลือ, สำหรับ, ความ`,
  against: `まだ, しかし, けれど, けど, ですが, ますが, ましたが, のですが, だが, ない, なく, ません, ず, 無理, エラー, 問題, 不具合, 故障, 壊れ, 再発, また, もう一つ, もうひとつ, 質問, 教えて, ほしい, 欲しい, たい, 必要, 同じ, 残念, 消え, 遅い, お願い, 先に, 但是, 但, 可是, 不过, 然而, 还是, 還是, 还没, 还有, 還有, 仍然, 仍, 依然, 不行, 不, 没, 沒, 无法, 無法, 错误, 錯誤, 问题,
    坏, 壞, 失败, 又, 再, 请, 請, 吗, 嗎, 怎么, 为什么, 什么, 哪, 何时, 另外, 一样, 慢, 卡, 아직, 여전히, 하지만, 그런데, 그러나, 근데, 는데, 지만, 안 돼, 안 되, 안 됩, 안 됐, 안 나, 안 열, 않, 못, 없, 오류, 에러, 문제, 고장, 실패, 다시, 또, 질문, 부탁, 왜, 언제, 어떻게, 어디, 필요, 느려, 느리, 같은, 미리, แต่, ไม่, ยัง, ปัญหา, ทำไม`,
}

const both = (words: ReplyWords): ReplyWords => ({
  thanks: `${everywhere.thanks}, ${words.thanks}`,
  glad: `${everywhere.glad}, ${words.glad}`,
  solved: words.solved,
  filler: `${everywhere.filler}, ${words.filler}`,
  against: `${everywhere.against}, ${words.against}`,
})

/** One entry for each language, or for a few whose words don't contradict each other. */
export const replyLanguages: { words: ReplyWords; isWrittenTogether: boolean }[] = [
  ...[
    english,
    german,
    french,
    spanish,
    portuguese,
    italian,
    dutch,
    polish,
    turkish,
    slavic,
    nordic,
    others,
  ].map((words) => ({ words: both(words), isWrittenTogether: false })),
  { words: both(eastAsian), isWrittenTogether: true },
]
