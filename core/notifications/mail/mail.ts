import { readMarkdown } from '../../rich-text/read-markdown.ts'
import { readableText } from '../../rich-text/write-plain.ts'
import { safeLine } from '../../text/line.ts'
import {
  isMarkdown,
  link,
  type Paragraph,
  type Part,
  plainOf,
  type Sentence,
  sentence,
} from '../../text/sentence.ts'
import type { Notice } from '../notice.ts'
import { escapeHtml, markdownHtml } from './mail-markdown.ts'
import { mailStyles } from './mail-styles.ts'
import { wrapText } from './wrap-text.ts'

export type Mail = {
  /** with an empty name, the address stands alone */
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  messageId: string
  references?: string
  inReplyTo?: string
  replyTo?: string
  headers?: Record<string, string>
}

/** The content of a mail. @property lists groups of lines, each with a heading that links */
export type MailWords = Pick<Notice, 'subject' | 'thread' | 'body' | 'action' | 'rates'> & {
  lists?: { heading: Sentence; lines: Sentence[]; url: string }[]
}

type Rates = NonNullable<MailWords['rates']>

/** Where answers to a mail go, and what an answer does: "Reply to this mail ..." */
export type MailReply = { address: string; does: string }

/** @property why completes "You get this because ..." */
export type MailContext = {
  /** becomes the Message-ID, so mail programs recognise a mail that was sent twice */
  key: string
  /** groups mails in the reader's mail program */
  thread?: string | undefined
  domain: string
  why: string
  settingsUrl: string
  /** absent when these mails cannot be turned off */
  unsubscribeUrl?: string | undefined
  /** absent: nobody reads answers */
  reply?: MailReply | undefined
}

/**
 * What is written above this line is the answer: no quotes need to be removed from it. It is also found in quotes,
 * whatever the mail program.
 */
export const replyLine = 'Write your reply above this line'
const noReplies = 'Nobody reads replies to this mail.'

/** Fits a terminal of 80 columns, even after one or two levels of quoting. */
const textWidth = 74

/**
 * Builds a mail with a text part for terminals and an HTML part. All mails of a thread have one subject, since Gmail groups
 * no others. What happened is the heading inside.
 */
export function composeMail(words: MailWords, to: { email: string; name: string }, place: MailContext): Mail {
  const { key, thread, domain, unsubscribeUrl, reply } = place
  return {
    to: { name: safeLine(to.name), address: to.email.replace(/[\r\n].*/s, '') },
    subject: plainOf(words.thread ?? words.subject),
    text: plainText(words, place),
    html: page(words, place),
    messageId: `<${key.replaceAll(':', '.')}@${domain}>`,
    ...(thread ? threading(`<${thread}@${domain}>`) : {}),
    ...(reply ? { replyTo: reply.address } : {}),
    ...(unsubscribeUrl ? { headers: listUnsubscribe(unsubscribeUrl) } : {}),
  }
}

/**
 * Every mail of a thread replies to a root that was never sent, so the first mail belongs to it too (RFC 5322, 3.6.4).
 */
const threading = (root: string) => ({ inReplyTo: root, references: root })

/** Gives mail programs an unsubscribe button. One click posts to this address, over HTTPS only (RFC 8058, 3.1). */
const listUnsubscribe = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  ...(url.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
})

/** The text part. In a thread it begins with what happened to which ticket, because the subject doesn't say. */
function plainText(
  { subject, thread, body, lists = [], action, rates }: MailWords,
  { why, settingsUrl, unsubscribeUrl, reply }: MailContext,
) {
  const line = reply ? [`--- ${replyLine} ---`] : []
  const heading = thread ? [plainOf(subject)] : []
  const listed = lists.map(({ heading, lines, url }) =>
    [plainOf(heading), url, ...lines.map((line) => `- ${plainOf(line)}`)].join('\n'),
  )
  const link = action ? [`${plainOf(action.label)}:\n${action.url}`] : []
  const footer = [
    'Deskbridge, your support desk',
    `You get this because ${why}.`,
    repliesWords(reply),
    `Notification settings: ${settingsUrl}`,
    ...(unsubscribeUrl ? ['Unsubscribe from these mails:', unsubscribeUrl] : []),
  ].join('\n')
  const paragraphs = [...body, ...(rates ? [ratingText(rates)] : [])]
    .map((one) => (isMarkdown(one) ? readableText(readMarkdown(one.markdown)) : plainOf(one)))
    .filter(Boolean)
  const text = [...line, ...heading, ...paragraphs, ...listed, ...link].join('\n\n')
  return `${wrapText(text, textWidth)}\n\n-- \n${footer}\n`
}

const repliesWords = (reply: MailReply | undefined) =>
  reply ? `Reply to this mail to ${reply.does}.` : noReplies

/**
 * Escapes what somebody chose. Mail programs make links of whatever looks like an address, so the signs that make it one
 * stand in elements of their own. Characters in between would be copied along.
 */
const unlinked = (text: string) => escapeHtml(text).replace(/[.:@](?=\S)/g, '<span>$&</span>')

const htmlOfPart: Record<Part['kind'], (text: string) => string> = {
  words: escapeHtml,
  data: unlinked,
  code: (text) => `<code>${escapeHtml(text)}</code>`,
  link: (url) => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`,
}

/** A mail program may open links by itself, so the link leads to the form and rates nothing. */
const ratingText = ({ url }: Rates) => sentence`How did we do? Rate it from 1 to 5: ${link(url)}`
const ratingHtml = ({ url }: Rates) =>
  `<p>How did we do? <a href="${escapeHtml(url)}">Rate it from 1 to 5</a></p>\n`

const htmlOf = ({ parts }: Sentence) => parts.map(({ kind, text }) => htmlOfPart[kind](text)).join('')

const paragraphHtml = (paragraph: Paragraph) =>
  isMarkdown(paragraph) ? markdownHtml(paragraph.markdown) : `<p>${htmlOf(paragraph)}</p>\n`

const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif'

/** Uses tables and inline styles, since many mail programs support little else. */
const page = ({ subject, body, lists = [], action, rates }: MailWords, place: MailContext) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no"><title>${escapeHtml(plainOf(subject))}</title>
<style>${mailStyles}</style></head>
<body class="page" style="margin:0;padding:24px 12px;background:#f4f5f7;${font}">
${
  place.reply
    ? `<p class="faint" style="margin:0 0 12px;text-align:center;color:#6b7280;font-size:12px;${font}">--- ${replyLine} ---</p>
`
    : ''
}<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center">
<table class="card" role="presentation" width="100%" style="max-width:560px;background:#ffffff;border-radius:12px;border:1px solid #e3e5ea" cellspacing="0" cellpadding="0">
<tr><td class="brand" style="padding:20px 28px 0;color:#0f5a6b;font-size:14px;font-weight:700;${font}">Deskbridge</td></tr>
<tr><td class="heading" style="padding:8px 28px 0;color:#16181d;font-size:20px;font-weight:650;line-height:1.35;${font}">${htmlOf(subject)}</td></tr>
<tr><td class="words" style="padding:8px 28px 4px;color:#30343c;font-size:15px;line-height:1.55;${font}">${body.map(paragraphHtml).join('')}${rates ? ratingHtml(rates) : ''}${lists.map(list).join('')}</td></tr>
${action ? button(action) : ''}
<tr><td class="faint" style="padding:16px 28px 22px;color:#6b7280;font-size:12px;line-height:1.5;${font}">${footer(place)}</td></tr>
</table></td></tr></table></body></html>
`

const button = ({ label, url }: NonNullable<Notice['action']>) =>
  `<tr><td style="padding:4px 28px 8px"><a href="${escapeHtml(url)}" class="action" style="display:inline-block;background:#0f5a6b;color:#ffffff;text-decoration:none;font-weight:600;font-size:15px;padding:11px 20px;border-radius:8px;${font}">${htmlOf(label)}</a></td></tr>`

const list = ({ heading, lines, url }: NonNullable<MailWords['lists']>[number]) =>
  `<p class="listed" style="margin:12px 0;padding:10px 14px;border-left:3px solid #0f5a6b;background:#f4f5f7;border-radius:4px"><a href="${escapeHtml(url)}" style="color:#16181d;font-weight:600">${htmlOf(heading)}</a>${lines.map((line) => `<br>${htmlOf(line)}`).join('')}</p>`

const quiet = (url: string, words: string) =>
  `<a href="${escapeHtml(url)}" style="color:#6b7280">${escapeHtml(words)}</a>`

const footer = ({ why, settingsUrl, unsubscribeUrl, reply }: MailContext) =>
  [
    `Deskbridge, your support desk. You get this because ${escapeHtml(why)}.`,
    escapeHtml(repliesWords(reply)),
    [
      quiet(settingsUrl, 'Notification settings'),
      ...(unsubscribeUrl ? [quiet(unsubscribeUrl, 'Unsubscribe')] : []),
    ].join(' · '),
  ].join('<br>')
