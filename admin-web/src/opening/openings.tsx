import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { headings } from '../features/tickets/list/headings.ts'
import { ListOpening } from './list-opening.tsx'
import { LogInOpening } from './log-in-opening.tsx'
import { TicketOpening } from './ticket-opening.tsx'

const pages: Record<string, ReactNode> = {
  '/login': <LogInOpening />,
  '/queue': <ListOpening {...headings.queue} />,
  '/tickets': <ListOpening {...headings.mine} />,
  '/all': <ListOpening {...headings.all} />,
  '/tickets/:id': <TicketOpening />,
}

/**
 * What the HTML of a page shows until its scripts have loaded, by the page's path in the router. The build asks for it.
 * Nothing in it can be typed into or pressed, since React replaces it.
 */
export const openings = Object.fromEntries(
  Object.entries(pages).map(([path, page]) => [path, renderToStaticMarkup(page)]),
)
