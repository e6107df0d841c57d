import type { Browser } from 'playwright-core'
import type { Mail } from '../../core/notifications/mail/mail.ts'
import { escapeHtml } from '../../core/notifications/mail/mail-markdown.ts'
import { mails } from './mails.ts'

type Write = (name: string, take: (file: string) => Promise<unknown>) => Promise<void>

/** Writes the pictures of docs/mails.md: mails in a mail program, one of them on a dark screen, and two in a terminal. */
export async function photographMails(browser: Browser, write: Write): Promise<void> {
  const show = async (name: string, html: string, width: number, colorScheme: 'light' | 'dark') => {
    const page = await browser.newPage({ viewport: { width, height: 100 }, colorScheme })
    await page.setContent(html)
    await write(name, (file) => page.screenshot({ path: file, fullPage: true }))
    await page.close()
  }
  for (const [name, { html }] of Object.entries(mails))
    await show(`mail-${name}`, html, 640, name === 'digest' ? 'dark' : 'light')
  for (const name of ['resolved', 'digest'] as const)
    await show(`mail-${name}-text`, terminal(mails[name]), 720, 'dark')
}

const terminal = ({ to, subject, text }: Mail) =>
  `<body style="margin:16px;background:#1d1f24;color:#e3e5ea"><pre style="font:14px/19px monospace;white-space:pre-wrap;overflow-wrap:anywhere">From: Deskbridge &lt;desk@desk.example.com&gt;
To: ${escapeHtml(to.name)} &lt;${escapeHtml(to.address)}&gt;
Subject: <b>${escapeHtml(subject)}</b>

${escapeHtml(text)}</pre>`
