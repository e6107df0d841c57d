import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { readProviders } from '../features/session/read-providers.ts'
import { deskRoute } from '../shared/session/use-me.ts'
import {
  redirectHome,
  requireAllTickets,
  requireGuest,
  requireRole,
  requireSetUp,
  requireSignedIn,
  setUpPath,
} from './guards.ts'
import { lazyPage } from './lazy-page.tsx'
import { NotFound } from './not-found.tsx'
import { RouteError } from './route-error.tsx'

/** A page whose code loads when it is first opened. */
const page = (path: string, load: () => Promise<ComponentType>): RouteObject => ({
  path,
  lazy: lazyPage(load),
  ErrorBoundary: RouteError,
})

const guestPages: RouteObject[] = [
  {
    ...page('/login', async () => (await import('../features/session/log-in-page.tsx')).LogInPage),
    loader: readProviders,
  },
  page('/login/code', async () => (await import('../features/session/code/code-page.tsx')).CodePage),
  page('/login/continue', async () => (await import('../features/session/continue-page.tsx')).ContinuePage),
  page('/forgot', async () => (await import('../features/session/forgot-page.tsx')).ForgotPage),
  page('/signup', async () => (await import('../features/session/sign-up-page.tsx')).SignUpPage),
]

const commonPages: RouteObject[] = [
  { path: '/', loader: redirectHome },
  page('/tickets', async () => (await import('../features/tickets/my-tickets-page.tsx')).MyTicketsPage),
  page(
    '/tickets/new',
    async () => (await import('../features/tickets/new/new-ticket-page.tsx')).NewTicketPage,
  ),
  page('/tickets/:id', async () => (await import('../features/ticket/page/ticket-page.tsx')).TicketPage),
  page('/profile', async () => (await import('./profile-page.tsx')).ProfilePage),
]

const staffPages: RouteObject[] = [
  page('/queue', async () => (await import('./start-page.tsx')).StartPage),
  page(
    '/canned-replies',
    async () => (await import('../features/canned-replies/canned-replies-page.tsx')).CannedRepliesPage,
  ),
]

const adminPages: RouteObject[] = [
  page('/users', async () => (await import('../features/users/users-page.tsx')).UsersPage),
  page('/catalog', async () => (await import('../features/catalog/catalog-page.tsx')).CatalogPage),
  page('/triage', async () => (await import('../features/triage/triage-page.tsx')).TriagePage),
  page('/audit', async () => (await import('../features/audit/audit-page.tsx')).AuditPage),
  page(
    '/deliveries',
    async () => (await import('../features/deliveries/deliveries-page.tsx')).DeliveriesPage,
  ),
  page('/mailbox', async () => (await import('../features/mailbox/mailbox-page.tsx')).MailboxPage),
  page('/mailbox/:id', async () => (await import('../features/mailbox/mailbox-page.tsx')).MailboxPage),
  page('/health', async () => (await import('../features/health/health-page.tsx')).HealthPage),
]

/** Pages for signed-in people, in the shell. A role that may not open a page is sent to its own tickets. */
const desk: RouteObject = {
  id: deskRoute,
  loader: requireSignedIn,
  lazy: lazyPage(async () => (await import('./shell/shell.tsx')).Shell),
  children: [
    ...commonPages,
    { loader: requireRole('moderator', 'admin'), children: staffPages },
    {
      loader: requireAllTickets,
      children: [
        page('/all', async () => (await import('../features/tickets/all-tickets-page.tsx')).AllTicketsPage),
      ],
    },
    { loader: requireRole('admin'), children: adminPages },
    { path: '*', Component: NotFound },
  ],
}

export const router = createBrowserRouter([
  {
    ErrorBoundary: RouteError,
    lazy: lazyPage(async () => (await import('./providers.tsx')).Providers),
    children: [
      { loader: requireGuest, children: guestPages },
      page(
        '/welcome',
        async () => (await import('../features/session/welcome/welcome-page.tsx')).WelcomePage,
      ),
      {
        loader: requireSetUp,
        children: [page(setUpPath, async () => (await import('./set-up-page.tsx')).SetUpPage)],
      },
      desk,
    ],
  },
])
