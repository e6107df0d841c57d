import { Link, NavLink } from 'react-router'
import { HealthDot } from '../../features/health/health-dot.tsx'
import { useHasMailbox } from '../../features/mailbox/use-has-mailbox.ts'
import { DutySwitch } from '../../features/profile/duty-switch.tsx'
import { seesAllTickets } from '../../shared/session/sees-all-tickets.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { AccountMenu } from './account-menu.tsx'
import { type NavItem, navItems } from './nav-items.ts'

/** Links to the pages that this person's role may open, and to their account. */
export function Nav() {
  const me = useMe()
  const hasMailbox = useHasMailbox(me.role === 'admin')
  const items = navItems.filter(
    (item) =>
      (item.to === '/all' ? seesAllTickets(me) : item.roles.includes(me.role)) &&
      (item.to !== '/mailbox' || hasMailbox),
  )
  return (
    <nav aria-label="Main" className="flex min-h-0 grow flex-col gap-4 overflow-y-auto p-3">
      <Link to="/tickets/new" className="btn btn-primary">
        <Icon name="plus" className="size-4.5" />
        File a ticket
      </Link>
      <ul className="space-y-0.5">
        {items.map((item) => (
          <li key={item.to}>
            <Item item={item} />
          </li>
        ))}
      </ul>
      <div className="mt-auto space-y-2">
        <DutySwitch />
        <AccountMenu />
      </div>
    </nav>
  )
}

const Item = ({ item: { to, label, icon } }: { item: NavItem }) => (
  <NavLink
    to={to}
    end={to === '/tickets'}
    className="flex items-center gap-3 rounded-field px-3 py-2 hover:bg-base-300/60 aria-[current=page]:bg-base-300 aria-[current=page]:font-medium"
  >
    <Icon name={icon} className="text-muted size-4.5" />
    <span className="grow">{label}</span>
    {to === '/health' && <HealthDot />}
  </NavLink>
)
