import type { BuiltInCategory } from '../../../catalog/built-in.ts'

/** What tickets are about. A desk may have fewer categories than there are topics, or other ones: topics-of-category.ts. */
export type Topic =
  | Exclude<BuiltInCategory, 'Other'>
  | 'Administrative rights'
  | 'Badges'
  | 'Joiners'
  | 'Licences'
  | 'Projects'
  | 'Servers'
  | 'Service desk'

export type KeywordRule = {
  /** Separated by commas. “*” stands for any ending, or before a word for any beginning. Chinese and Japanese match anywhere. */
  phrases: string
  topic: Topic
  skills?: string[]
  weight?: number
}

/** Which words suggest which topic and skills. Each different word counts once, and double in the title. */
export const keywordRules: KeywordRule[] = [
  {
    phrases:
      'printer*, print, printing, prints, toner*, paper jam, scanner*, copier, drucker*, druckt, drucken, imprimante*, imprimer, impresora*, imprimir, impressora*, stampant*, stampare, afdrukken, kopieermachine, drukark*, drukować, drukuje, プリンタ, 印刷, コピー機, 打印, 扫描仪, *drucker, *printer',
    topic: 'Hardware',
    skills: ['Printers'],
    weight: 2,
  },
  {
    phrases:
      'laptop*, notebook*, monitor*, screen, screens, display, displays, keyboard*, mouse, dock, docks, docking station, headset*, webcam*, battery, charger*, usb, cable, cables, hard drive, ssd, desktop pc, broken screen, projector, workstation*, graphics card, rechner, bildschirm*, tastatur*, maus, akku, netzteil, dockingstation, kopfhörer, ordinateur*, écran*, clavier*, souris, chargeur, batterie, portátil*, pantalla*, teclado*, ratón, monitores, ordenador*, computador*, tela, carregador, portatil*, schermo, tastiera, mouse, caricabatterie, computer*, scherm, beeldscherm, toetsenbord, muis, oplader, komputer*, ekran*, klawiatur*, mysz, ładowark*, ノートパソコン, パソコン, モニター, キーボード, マウス, 充電器, 画面, ディスプレイ, 笔记本, 电脑, 显示器, 键盘, 鼠标, 充电器, 屏幕, myszka, myszk*, cuffie, auriculares, écouteurs, casque audio, fones, koptelefoon*, słuchawk*, イヤホン, ヘッドセット, 耳机, *rechner, *bildschirm, *tastatur, *beeldscherm, *toetsenbord',
    topic: 'Hardware',
    skills: ['Hardware'],
  },
  {
    phrases:
      'iphone*, android, mobile phone*, mobile, tablet*, ipad*, sim card*, smartphone*, handy, diensthandy, téléphone portable, móvil, celular, cellulare, telefoontje, telefon komórkowy, 携帯, スマートフォン, スマホ, 手机',
    topic: 'Hardware',
    skills: ['Mobile'],
  },
  {
    phrases:
      'meeting room equipment, meeting room, video conference, beamer, phones, phone not, 会議室の機器, 投影仪',
    topic: 'Hardware',
    skills: ['Hardware'],
  },
  {
    phrases:
      'smoke from, smoke comes, smells of burning, water leak, rack, ups, power outage, stromausfall, 停電, 停电',
    topic: 'Hardware',
    weight: 2,
  },
  {
    phrases: 'vpn*, anyconnect, wireguard, openvpn',
    topic: 'Network',
    skills: ['VPN', 'Networking'],
    weight: 2,
  },
  {
    phrases: 'wifi, wi-fi, wlan*, wireless, hotspot*, ssid, 無線lan, 无线',
    topic: 'Network',
    skills: ['Wi-Fi', 'Networking'],
    weight: 2,
  },
  {
    phrases:
      'network*, internet*, ethernet, lan, dns, dhcp, ip address, firewall*, proxy, router*, switch, latency, bandwidth, packet loss, offline, connection, connect, connecting, netzwerk*, verbindung, réseau*, connexion, la red, red de, conexión, rede, conexão, rete, connessione, netwerk*, verbinding, sieć, sieci, internetu, ネットワーク, インターネット, 回線, 网络, 上不了网, 断网, 网速, netzausfall, *netzwerk, *netwerk',
    topic: 'Network',
    skills: ['Networking'],
  },
  {
    phrases:
      'telephony, voip, desk phone, extension, call forwarding, voicemail, telefonanlage, téléphonie, centralita, 電話機, 电话线, phone line, línea fija, ligne fixe, festnetz, vaste lijn, linia telefoniczna, linha fixa, linea fissa, 固定電話, 座机, centralino, linee telefoniche, telefonzentrale, central telefónica, central telefônica',
    topic: 'Network',
    skills: ['Telephony'],
  },
  {
    phrases:
      "log in, login, logon, log-in, sign in, sign-in, can't log, permission, permissions, access to, access right*, access denied, access request, deactivate account, role request, user account, create user, credentials, anmelden, anmeldung, einloggen, gesperrt, zugriff, zugang, berechtigung*, konto, identifiant*, compte, me connecter, cuenta, iniciar sesión, acceso, conta, bloqueada, accedere, accesso, credenziali, account bloccato, inloggen, aanmelden, toegang, zalogować, logowani*, konto, konta, dostęp*, パスワード, ログイン, アカウント, アクセス権, 密码, 登录, 账号, 账户, 权限",
    topic: 'Access',
    skills: ['Active Directory'],
  },
  {
    phrases:
      'password*, passwort*, kennwort*, mot de passe, contraseña*, senha*, palavra-passe, wachtwoord*, hasło, hasła, パスワード, 密码, locked out, account locked, account is locked, unlock, konto gesperrt, konto ist gesperrt, compte verrouillé, compte bloqué, cuenta bloqueada, conta bloqueada, account bloccato, konto zablokowane, account geblokkeerd, ad group, active directory, ad-gruppe, groupe ad, grupo ad, gruppo ad, ad-groep, grupy ad, security group*, *passwort, *kennwort, *wachtwoord',
    topic: 'Access',
    skills: ['Active Directory'],
    weight: 2,
  },
  {
    phrases:
      'sso, single sign-on, single sign on, saml, okta, mfa, 2fa, authenticator, two-factor, two factor',
    topic: 'Access',
    skills: ['Single sign-on'],
    weight: 2,
  },
  {
    phrases:
      'badge*, access card*, entry card*, card reader, door card, key card, keycard, zutrittskarte, türkarte, badge d’accès, tarjeta de acceso, toegangspas, przepustka, 入館証, 门禁',
    topic: 'Badges',
    weight: 2,
  },
  {
    phrases:
      "email, emails, e-mail, e-mails, mailbox*, outlook, exchange, distribution list*, calendar*, inbox, spam, out of office, shared mailbox, webmail, mails, postfach*, kalender, abwesenheitsnotiz, verteilerliste*, boîte mail, boîte aux lettres, messagerie, courriel*, mail, correo*, buzón, caixa de correio, posta elettronica, casella, skrzynk*, poczt*, mailbox, メールボックス, メール, 受信箱, 邮箱, 邮件, 收件箱, lista dystrybucyjn*, listy dystrybucyjn*, lista de distribución, lista de distribuição, lista di distribuzione, liste de diffusion, distributielijst*, 配布リスト, 通讯组, verteiler, maili, maile, skrzynce, skrzynką, 予定表, message d'absence, réponse automatique, automatic reply, autoreply, lista de correo, *verteiler, *postfach, *kalender, *mailbox",
    topic: 'Email',
    skills: ['Email'],
  },
  {
    phrases:
      'shared folder*, shared drive*, shared location, network drive*, quota, disk space, sharepoint, onedrive, file server, folder, folders, storage, dropbox, mailbox size, increase mailbox, full mailbox, ordner*, netzlaufwerk*, laufwerk*, speicherplatz, dossier*, disque réseau, espace disque, carpeta*, disco de red, espacio en disco, pasta*, armazenamento, cartella*, disco di rete, spazio su disco, gedeelde map, map, mappen, netwerkschijf, schijfruimte, folder*, dysk sieciow*, 共有フォルダ, フォルダ, 容量, 共享文件夹, 文件夹, 磁盘空间, personal drive*, home drive*, h drive, p drive, drive is full, unidad de red, unità di rete, lecteur réseau, dysku sieciow*, dysk sieciow*, 共享盘, 共有ドライブ, network share*, file share*, partage réseau, chemin réseau, nas, schijven, volume, *laufwerk, *ordner, *schijf',
    topic: 'Storage',
    skills: ['Storage'],
  },
  {
    phrases:
      'backup*, restore*, recover files, deleted file*, deleted folder, lost file*, wiederherstell*, gelöscht, sauvegarde*, restaurer, supprimé*, copia de seguridad, recuperar, borrado, cópia de segurança, apaguei, apagado, ripristin*, cancellato, back-up, terugzetten, verwijderd, kopia zapasowa, przywróc*, usunięt*, バックアップ, 復元, 削除して, 备份, 恢复, 误删, previous version*, older version, ältere version, version von, version précédente, versión anterior, versão anterior, versione precedente, vorige versie, poprzednia wersja, 以前のバージョン, 历史版本',
    topic: 'Storage',
    skills: ['Backup', 'Storage'],
    weight: 2,
  },
  {
    phrases:
      'phishing*, malware, virus*, ransomware, suspicious, hacked, data breach, breach, stolen, lost laptop, lost phone, lost device, leak, leaked, vulnerability, vulnerabilities, trojan, verdächtig*, gestohlen, schadsoftware, erpressung*, gehackt, suspect*, hameçonnage, volé*, piraté*, rançongiciel, sospechos*, robaron, robado, robo, hackead*, suspeit*, roubad*, roubaram, furtad*, hackead*, sospett*, rubato, rubata, hackerat*, verdacht*, gestolen, gehackt, podejrzan*, skradzion*, ukradzion*, wirus*, zhakowan*, 不審, フィッシング, ウイルス, 盗まれ, 盗難, 乗っ取, 钓鱼, 病毒, 可疑, 被盗, 被偷, 被黑, clicked the link, clicked on the link, clicked on a link, clicked a link, auf den link geklickt, auf einen link geklickt, cliqué sur le lien, cliqué sur un lien, clic en el enlace, clic en un enlace, cliquei no link, cliquei num link, cliccato sul link, cliccato su un link, op de link geklikt, op een link geklikt, kliknąłem w link, kliknęłam w link, リンクをクリック, 点了链接, 点击了链接, chiffrés, cifrados, criptografados, cifrati',
    topic: 'Security',
    skills: ['Security'],
    weight: 3,
  },
  {
    phrases:
      'antivirus*, virenscanner, virenschutz, fake, faux mail, faux site, correo falso, e-mail falso, sito finto, mail falsa, nepmail, encrypted, verschlüsselt*, versleuteld, zaszyfrowan*, scam, fraud, fraudster, betrug*, escroc*, estafa*, truffa*, oplicht*, oszust*, 暗号化, 詐欺, 加密, 诈骗',
    topic: 'Security',
    skills: ['Security'],
    weight: 2,
  },
  {
    phrases:
      'build, builds, pipeline*, ci/cd, ci, jenkins, gitlab, github, git, svn, deploy*, repository, repositories, repo, merge, branch, docker, staging, unit test*, tests pass, stack trace, stacktrace, exception*, compile*, visual studio, intellij, jira, confluence, 构建, 部署, デプロイ, ビルド, branches, commit, commits, hotfix*, runner, runners, cmake, gcc, clang, compiler, compilers, linker, segfault, linter, webhook*, endpoint*',
    topic: 'Development',
    skills: ['CI/CD'],
  },
  {
    phrases:
      'database*, sql, mongodb, postgres*, mysql, oracle db, queries, datenbank*, base de données, base de datos, banco de dados, datenbanken, baza danych, データベース, 数据库, base de données, bazą danych, bazy danych, bazie danych, ora, tns, drop table, 测试库, 测试环境, テスト環境, 本番db, *datenbank, *database',
    topic: 'Development',
    skills: ['Databases'],
  },
  {
    phrases: 'aws, azure, gcp, cloud, virtual machine*, vm, vms, kubernetes, k8s',
    topic: 'Development',
    skills: ['Cloud'],
  },
  {
    phrases:
      'server*, mailserver*, webserver*, fileserver*, testserver*, dateiserver*, applikationsserver*, serveur*, servidor*, serwer*, サーバ, 服务器',
    topic: 'Servers',
    skills: ['Cloud'],
  },
  { phrases: 'javascript, typescript', topic: 'Development', skills: ['JavaScript'], weight: 2 },
  { phrases: 'node.js, nodejs, npm', topic: 'Development', skills: ['Node.js'], weight: 2 },
  { phrases: 'react, react.js', topic: 'Development', skills: ['React'], weight: 2 },
  { phrases: 'java, maven, gradle, jvm, spring boot', topic: 'Development', skills: ['Java'], weight: 2 },
  { phrases: 'python, django, pip', topic: 'Development', skills: ['Python'], weight: 2 },
  { phrases: 'c++, cpp', topic: 'Development', skills: ['C++'], weight: 2 },
  { phrases: 'c#, .net, dotnet', topic: 'Development', skills: ['C#'], weight: 2 },
  {
    phrases:
      'purchas*, buy, order, ordered, ordering, invoice*, quote, quotes, vendor*, supplier*, procurement, po, po number, purchase order, subscription*, receipt*, bestell*, kaufen, beschaff*, angebot*, rechnung*, achat*, acheter, commander un*, devis, facture, comprar, compra, pedido, factura*, presupuesto, fatura*, acquist*, ordinare, fattura*, preventivo, bestellen, aanschaf*, factuur, offerte, zakup*, kupić, zamówi*, faktur*, 購入, 発注, 見積, 采购, 购买, 订购, 发票, *bestellung, *rechnung, *bestelling, *factuur',
    topic: 'Purchase',
    skills: ['Procurement'],
  },
  {
    phrases:
      'to buy, purchase request, purchase order, bestellen, kaufen, beschaff*, acheter, comprar, comprare, acquistare, ordinare, aanschaf*, kupić, zamówi*, 購入, 発注, 采购, 购买, 订购, preferred supplier, commande de, un ordine, please order, rough price, price for, pedir un*, ordine di, preisanfrage, was kostet, combien coûte, cuánto cuesta, quanto custa, quanto costa, wat kost, ile kosztuje, いくら',
    topic: 'Purchase',
    skills: ['Procurement'],
  },
  {
    phrases:
      'license*, licence*, license key, lizenz*, licencia*, licença*, licenz*, licentie*, licencj*, ライセンス, 许可证, 授权码, *lizenz, *licentie',
    topic: 'Licences',
    skills: ['Licences'],
  },
  {
    phrases:
      'payroll, salary, salaries, payslip*, pay slip*, wages, bonus, tax form, gehalt*, lohn*, lohnabrechnung, salaire*, bulletin de paie, fiche de paie, paie, nómina*, salario*, salário*, contracheque, holerite, stipendi*, busta paga, salaris*, loonstrook*, loon, wynagrodzeni*, wypłat*, pensj*, 給与, 給料, 工资, 薪资',
    topic: 'HR',
    skills: ['Payroll', 'HR'],
    weight: 2,
  },
  {
    phrases:
      'holidays, contract, benefits, human resources, hr, performance review, urlaub*, krankmeldung, arbeitsvertrag, zeiterfassung, congé*, arrêt maladie, contrat de travail, vacaciones, baja médica, contrato, férias, licença médica, ferie, permesso, contratto, vakantie*, verlof*, ziekmelding, urlop*, zwolnieni*, umow*, 休暇, 有給, 勤怠, 年假, 请假, 休假, 考勤, days of leave, holiday days, vacation day*, days off, resturlaub*, überstunden, arbeitszeit*, heures supplémentaires, horas extra*, ficha horaria, fichaje*, straordinari*, cartellino, fascicolo personale, urenstaat, overuren, nadgodzin*, 残業, 加班, leave balance, personnel file, personalakte, ausstempeln, einstempeln, stempeluhr, stempelkarte, karty czasu pracy, karta czasu pracy, karty pracy, *urlaub, *vertrag, *verlof',
    topic: 'HR',
    skills: ['HR'],
  },
  {
    phrases:
      'timecard*, time card*, timesheet*, time sheet*, annual leave, leave request, vacation*, sick leave, parental leave, absence*, licença parental, elternzeit, congé parental, permiso parental, congedo parentale, ouderschapsverlof, urlop rodzicielski, 育児休暇, 产假',
    topic: 'HR',
    skills: ['HR'],
    weight: 2,
  },
  {
    phrases:
      'onboarding, offboarding, new starter, starter, starters, new joiner*, new employee*, new hire*, leaver, leavers, starter form, leaver form, intern, interns, neuer mitarbeiter, neue mitarbeiterin, nouvel employé, nuevo empleado, novo funcionário, nuovo dipendente, nieuwe medewerker, nowy pracownik, 新入社員, 入职, 离职',
    topic: 'Joiners',
    skills: ['Active Directory'],
    weight: 2,
  },
  {
    phrases:
      'project code*, new project, project setup, project, cost centre, cost center, time booking, create client, client setup, internal project, projektnummer, code projet, código de proyecto, コスト センター, 项目代码',
    topic: 'Projects',
  },
  {
    phrases:
      'approver*, approval*, approve, service now, servicenow, snow, change request, change task, ticket flow, assignment group, support group, notification, notifications, reassign*, ticket template, add member*',
    topic: 'Service desk',
  },
  {
    phrases:
      'admin rights, administrator rights, administrative rights, local admin, elevated rights, windows update*, windows upgrade, upgrade windows, upgrade, install*, uninstall*, adminrechte, administratorrechte, droits administrateur, permisos de administrador, direitos de administrador, diritti di amministratore, beheerdersrechten, uprawnienia administratora, 管理者権限, 管理员权限',
    topic: 'Administrative rights',
  },
  { phrases: 'sap', topic: 'Software', skills: ['SAP'] },
  {
    phrases: 'excel, word, powerpoint, teams, office 365, microsoft 365, ms office, onenote',
    topic: 'Software',
    skills: ['Office'],
  },
  {
    phrases: 'windows, windows 10, windows 11, blue screen, bluescreen, bsod',
    topic: 'Software',
    skills: ['Windows'],
  },
  { phrases: 'macos, macbook*, mac', topic: 'Software', skills: ['macOS'] },
  { phrases: 'linux, ubuntu, debian', topic: 'Software', skills: ['Linux'] },
  {
    phrases:
      'installation, software, application*, app, apps, program, programs, update, crash*, freezes, freezing, not responding, error message, browser*, chrome, firefox, plugin, add-in, addin, website, web site, webseite, web shop, webshop, stürzt ab, abgestürzt, anwendung, programm, logiciel*, application, plante, le site, o site, aplicación, programa, se cierra, sitio web, tienda web, aplicativo, sistema, travou, trava, applicazione, programma, si blocca, sito web, applicatie, programma, loopt vast, aplikacj*, program*, zawiesza, アプリ, ソフト, エラー, システム, 软件, 应用, 程序, 崩溃, 系统, 网站, crm, erp, datev, *software, *programm, *anwendung',
    topic: 'Software',
  },
]
