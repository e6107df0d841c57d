import MarkdownIt from 'markdown-it'
import type { Notice } from './notice.ts'

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  references?: string
}

/** `html: false`: what people wrote is shown, never run; links keep markdown-it's own check of their protocol. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })
const escapeHtml = markdown.utils.escapeHtml

/**
 * A notice as a mail that reads well in a terminal and in a browser.
 * @param thread what the mail belongs to: its mails stay together in the reader's mail program
 * @param key makes the Message-ID, so a mail that is sent twice can be told to be the same
 */
export function composeMail(
  notice: Notice,
  to: { email: string; name: string },
  { key, thread, domain }: { key: string; thread?: string | undefined; domain: string },
): Mail {
  return {
    to: `"${to.name.replace(/["\\\r\n]/g, '')}" <${to.email}>`,
    subject: notice.subject.replace(/[\r\n]+/g, ' '),
    text: plainText(notice),
    html: page(notice),
    messageId: `<${key.replaceAll(':', '.')}@${domain}>`,
    ...(thread ? { references: `<${thread}@${domain}>` } : {}),
  }
}

function plainText({ body, action }: Notice) {
  const link = action ? [`${action.label}: ${action.url}`] : []
  return `${[...body, ...link].join('\n\n')}\n\n-- \nDeskbridge, your support desk\n`
}

const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif'

/** Tables and inline styles: what mail programs still understand. */
const page = ({ subject, body, action }: Notice) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f4f5f7;${font}">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center">
<table role="presentation" width="100%" style="max-width:560px;background:#ffffff;border-radius:12px;border:1px solid #e3e5ea" cellspacing="0" cellpadding="0">
<tr><td style="padding:20px 28px 0;color:#0f5a6b;font-size:14px;font-weight:700;${font}">Deskbridge</td></tr>
<tr><td style="padding:8px 28px 0;color:#16181d;font-size:20px;font-weight:650;line-height:1.35;${font}">${escapeHtml(subject)}</td></tr>
<tr><td style="padding:8px 28px 4px;color:#30343c;font-size:15px;line-height:1.55;${font}">${body.map((part) => markdown.render(part)).join('')}</td></tr>
${action ? button(action) : ''}
<tr><td style="padding:16px 28px 22px;color:#6b7280;font-size:12px;${font}">Deskbridge, your support desk</td></tr>
</table></td></tr></table></body></html>
`

const button = ({ label, url }: NonNullable<Notice['action']>) =>
  `<tr><td style="padding:4px 28px 8px"><a href="${escapeHtml(url)}" style="display:inline-block;background:#0f5a6b;color:#ffffff;text-decoration:none;font-weight:600;font-size:15px;padding:11px 20px;border-radius:8px;${font}">${escapeHtml(label)}</a></td></tr>`
