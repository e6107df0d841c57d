import type { Sign } from './sign.ts'

/** Many people, or a team. On its own it says only whom it is about. */
export const reach: Sign[] = [
  {
    phrases: {
      en: "everyone, everybody, all users, all staff, all employees, all of us, all colleagues, whole company, whole office, whole team, whole floor, whole department, company-wide, company wide, entire office, entire team, entire department, entire company, nobody can, no one can, nobody in, nobody at, no one in, nobody gets, customers can't, customers cannot, customers are, customers can not, none of us, whole building, entire building, whole branch, whole site, whole plant, whole warehouse, entire warehouse, entire floor, whole store, all stores, all branches, the entire staff, network is down, internet is down, wifi is down, wi-fi is down, server is down, for all customers, no customer, no customers",
      de: 'alle kollegen, alle mitarbeiter*, alle benutzer, niemand kann, niemand im, niemand kommt, keiner kann, ganze abteilung, ganze firma, ganze büro, ganze team, gesamte abteilung, gesamte firma, gesamte team, kunden können, keiner von uns, ganze gebäude, ganze filiale, alle filialen, gesamte belegschaft, ganze belegschaft, niemand mehr, netzwerk ist ausgefallen, internet ist ausgefallen, für alle kunden, niemand aus, niemand von, niemand in, keiner aus, keiner in, kein kunde, keiner kommt, keine kunden',
      fr: "tout le monde, plus personne, personne ne, tous les utilisateurs, tous les employés, toute l'équipe, tout le service, toute l'entreprise, les clients ne, aucun de nous, tout le bâtiment, tous les magasins, tout l'étage, personne ne peut, personne n'arrive, réseau est en panne, personne du, personne de la, personne dans, personne au, aucun client",
      es: 'todo el mundo, todos los usuarios, todos los empleados, nadie puede, toda la oficina, toda la empresa, todo el equipo, todo el departamento, los clientes no, ninguno de nosotros, todas las tiendas, todo el edificio, toda la planta, toda la plantilla, nadie consigue, nadie logra, nadie del, nadie de la, nadie en, ningún cliente',
      pt: 'todos os usuários, todos os utilizadores, todos os funcionários, ninguém consegue, toda a empresa, toda a equipe, toda a equipa, o escritório inteiro, todo o departamento, os clientes não, nenhum de nós, todas as lojas, todo o prédio, ninguém pode, ninguém está conseguindo, ninguém da, ninguém do, ninguém na, ninguém no, nenhum cliente',
      it: "tutti gli utenti, tutti i colleghi, nessuno può, nessuno riesce, tutto il reparto, tutta l'azienda, tutto l'ufficio, tutto il team, i clienti non, nessuno di noi, tutti i negozi, tutto l'edificio, tutta la sede, nessuno del, nessuno della, nessuno in, nessuno nel, nessun cliente",
      nl: 'iedereen, alle medewerkers, alle gebruikers, niemand kan, hele afdeling, hele bedrijf, hele kantoor, hele team, klanten kunnen, niemand van ons, alle winkels, hele gebouw, hele vestiging, niemand meer, niemand van, niemand op, niemand in, geen klant, geen enkele klant',
      pl: 'wszyscy, nikt nie, cała firma, cały dział, cały zespół, całe biuro, klienci nie, nikt z nas, wszystkie sklepy, cały budynek, żaden z nas, u żadnego klienta, nikt z, nikt w, żaden klient',
      ja: '全員, 全社, 社員全員, 誰も, 部署全体, 部全体, 顧客が, お客様が, 全店舗, 全フロア, お客さま全',
      zh: '所有人, 全公司, 整个公司, 整个部门, 全部门, 大家都, 没有人能, 客户无法, 客户都, 没人能, 所有门店, 整栋楼, 整层楼, 全体员工',
    },
    impact: 3,
    reason: 'many people are affected',
  },
  {
    phrases: {
      en: 'our team, my team, several people, several users, several colleagues, multiple people, multiple users, the team, department, colleagues',
      de: 'unser team, mehrere kollegen, mehrere benutzer, abteilung, kollegen',
      fr: 'notre équipe, plusieurs collègues, plusieurs utilisateurs, collègues',
      es: 'nuestro equipo, varios usuarios, varios compañeros, compañeros, departamento',
      pt: 'nossa equipe, nossa equipa, vários usuários, colegas',
      it: 'il nostro team, diversi utenti, diversi colleghi, colleghi',
      nl: "ons team, meerdere collega's, meerdere gebruikers, afdeling, collega's",
      pl: 'nasz zespół, kilka osób, kilku użytkowników',
      ja: 'チーム全体, 複数の, 数名, 部署',
      zh: '我们团队, 多个用户, 多位同事, 几个同事',
    },
    impact: 2,
    reason: 'a team is affected',
  },
]
