import { prevention } from './contexts.ts'
import type { Sign } from './sign.ts'

/** Money is being lost. */
export const money: Sign[] = [
  {
    phrases: {
      en: "lose money, losing money, loses money, lost sales, lost revenue, charges customers, charged twice, charged customers, double charged, customers twice, payments fail, payment fails, card payments fail, checkout fails, cannot invoice, customers are leaving, charged two times, paid twice, money was transferred, tills are down, registers are down, cannot take payments, can't take payments, sent money, wired money, losing sales, lose sales, losing orders, losing customers",
      de: 'verlieren geld, umsatzverlust, doppelt abgebucht, zahlungen schlagen fehl, kunden springen ab, falsches konto überwiesen, kassen gehen nicht, kassen funktionieren nicht, doppelt bezahlt, doppelt belastet, verlieren umsatz, verlieren aufträge, verlieren kunden',
      fr: "perdons de l'argent, débité deux fois, paiements échouent, plus commander, caisses ne fonctionnent, caisses sont bloquées, payé deux fois, perdons des ventes, perdons des clients",
      es: 'perdemos dinero, perdiendo dinero, cobra dos veces, pagos fallan, cajas no funcionan, pagado dos veces, cobrado dos veces, perdiendo ventas, perdemos ventas, perdiendo clientes',
      pt: 'estamos perdendo dinheiro, perdendo dinheiro, perder dinheiro, cobrado duas vezes, pagamentos falham, caixas não funcionam, pago duas vezes, cobrando duas vezes, perdendo vendas, perdemos vendas, perdendo clientes',
      it: 'perdiamo soldi, addebitato due volte, pagamenti falliscono, casse non funzionano, pagato due volte, perdendo vendite, perdiamo vendite, perdiamo clienti',
      nl: "verliezen geld, dubbel afgeschreven, betalingen mislukken, kassa's doen het niet, kassa's werken niet, dubbel betaald, verliezen omzet, lopen omzet mis",
      pl: 'tracimy pieniądze, podwójnie obciąż*, płatności nie działają, kasy nie działają, zapłacono dwa razy, tracimy sprzedaż, tracimy klientów',
      ja: '売上が, 二重請求, 決済できない, 決済ができない, 二重に請求, 誤って送金, レジが使え, 損失が',
      zh: '重复扣款, 无法付款, 支付失败, 重复收费, 转错账, 损失了, 造成损失, 在损失, 损失惨重, 每分钟都在损失',
    },
    unlessAfter: prevention,
    impact: 3,
    urgency: 3,
    reason: 'money is being lost',
  },
]
