/** “400 employees”, “12 Kollegen”, “30人”. */
const people =
  /(?<![\p{N}.,])(\d{1,6})(?:\s?[人名]|位|\s{1,3}(?:people|employees|users|colleagues|persons|staff|workers|customers|mitarbeiter\p{L}*|kollegen|benutzer|personen|leute|kunden|personnes|employés|utilisateurs|collègues|clients|personas|empleados|usuarios|clientes|pessoas|funcionários|usuários|utilizadores|persone|dipendenti|utenti|colleghi|clienti|mensen|medewerkers|gebruikers|klanten|osób|osoby|pracowników|użytkowników|klientów))/giu

/** How many people a text says are concerned; 0 when it gives no number. */
export const countedPeople = (text: string): number =>
  Math.max(0, ...[...text.matchAll(people)].map(([, count]) => Number(count)))
